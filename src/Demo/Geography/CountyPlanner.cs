using Territory.Demo.Names;
using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Demo.Geography;

/// <summary>Lays out the county: the seat on the river, townships around it, villages around those, and the roads between them.</summary>
/// <remarks>
/// Roads are hierarchical as on a real map: a national road through the seat, provincial and county roads to the townships, township roads to the
/// villages. Neighbouring townships of the same bank are joined by a minimum spanning tree (Prim 1957) and their next nearest neighbour, so that most
/// trips have an alternative, while the river keeps its four crossings.
/// </remarks>
internal sealed class CountyPlanner
{
    private const int Townships = 14;
    private const double WestBridgeEast = -11_800;
    private const double EastBridgeEast = 12_600;

    private readonly Dice dice;
    private readonly GeoPoint origin;
    private readonly RoadDrawing drawing;
    private readonly CountryRoads country;
    private readonly List<Settlement> settlements = [];

    private CountyPlanner(Dice dice, GeoPoint origin)
    {
        this.dice = dice;
        this.origin = origin;
        drawing = new RoadDrawing(origin);
        country = new CountryRoads(drawing, dice);
    }

    public static CountyMap Draw(Dice dice, GeoPoint origin) => new CountyPlanner(dice, origin).Draw();

    private CountyMap Draw()
    {
        var seat = new Settlement("云溪县城", "Yunxi", SettlementRank.CountySeat, default, null, []);
        settlements.Add(seat);
        var grid = CountySeat.Draw(drawing, dice, seat);
        var townships = PlaceTownships();
        foreach (var township in townships)
            DrawTownship(township);
        JoinTownships(grid, townships);
        foreach (var township in townships)
            DrawVillages(township);
        DrawNationalRoad(grid);
        AddFeatures();
        return new CountyMap(origin, drawing.Builder.Build(), settlements);
    }

    private List<Settlement> PlaceTownships()
    {
        var placed = new List<Settlement>();
        for (var i = 0; i < Townships; i++)
        {
            var angle = ((i + 0.5) / Townships * 2 * Math.PI) + dice.Between(-0.12, 0.12, "township/angle", i);
            var radius = (i % 2 == 0 ? 9_500 : 17_000) + dice.Between(-1_500, 1_800, "township/radius", i);
            var wanted = new PlanePoint(radius * Math.Cos(angle), radius * Math.Sin(angle) * 0.85);
            var north = River.IsNorth(wanted);
            var bank = River.NorthAt(wanted.East) + (north ? 900 : -900);
            var center = wanted with { North = north ? Math.Max(wanted.North, bank) : Math.Min(wanted.North, bank) };
            var (name, english) = PlaceNames.Townships[i];
            var township = new Settlement(name, english, SettlementRank.Township, new PlanePoint(Math.Round(center.East), Math.Round(center.North)), null, []);
            placed.Add(township);
            settlements.Add(township);
        }

        return placed;
    }

    private void DrawTownship(Settlement township)
    {
        const int columns = 6;
        const int rows = 4;
        const double block = 165;
        var corners = new PlanePoint[columns, rows];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var number = (column * rows) + row;
                corners[column, row] = column == columns / 2 && row == rows / 2
                    ? township.Center
                    : new PlanePoint(
                        Math.Round(township.Center.East + ((column - (columns / 2)) * block) + dice.Between(-22, 22, township.Name + "/e", number), 1),
                        Math.Round(township.Center.North + ((row - (rows / 2)) * block) + dice.Between(-22, 22, township.Name + "/n", number), 1));
            }
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column + 1 < columns; column++)
                AddStreet(township, row == rows / 2 ? RoadClass.Secondary : RoadClass.Residential, row == rows / 2 ? "正街" : $"{PlaceNames.Streets[row]}街", corners[column, row], corners[column + 1, row], row == rows / 2 ? 3 : 0.7);
        }

        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row + 1 < rows; row++)
                AddStreet(township, column == columns / 2 ? RoadClass.Tertiary : RoadClass.Residential, column == columns / 2 ? "中心路" : $"{PlaceNames.Streets[column + 4]}巷", corners[column, row], corners[column, row + 1], column == columns / 2 ? 1.8 : 0.5);
        }
    }

    private void AddStreet(Settlement settlement, RoadClass roadClass, string? name, PlanePoint a, PlanePoint b, double pull)
    {
        if (River.Separates(a, b))
            return;
        drawing.Road(roadClass, name, a, b);
        settlement.Streets.Add(new Street(a, b, name, pull));
    }

    private void JoinTownships(CountySeat grid, List<Settlement> townships)
    {
        foreach (var north in new[] { true, false })
        {
            var bank = townships.Where(township => River.IsNorth(township.Center) == north).ToList();
            var gates = grid.Gates.Where(gate => River.IsNorth(gate) == north).ToList();
            foreach (var township in bank)
            {
                var gate = gates.MinBy(candidate => candidate.MetersTo(township.Center));
                if (township.Center.MetersTo(default) < 13_000)
                    country.Connect(RoadClass.Primary, $"云{township.Name[0]}路", gate, township.Center);
            }

            JoinBank(bank);
            JoinBridges(bank, north);
        }

        foreach (var (name, east) in new[] { ("上溪大桥", WestBridgeEast), ("下溪大桥", EastBridgeEast) })
            country.Bridge(RoadClass.Secondary, name, east);
    }

    private void JoinBank(List<Settlement> bank)
    {
        var joined = new HashSet<(Settlement, Settlement)>();
        var inTree = new List<Settlement> { bank[0] };
        var outside = bank.Skip(1).ToList();
        while (outside.Count > 0)
        {
            var (from, to) = inTree.SelectMany(_ => outside, (a, b) => (a, b)).MinBy(pair => pair.a.Center.MetersTo(pair.b.Center));
            Join(from, to);
            inTree.Add(to);
            outside.Remove(to);
        }

        foreach (var township in bank)
        {
            foreach (var neighbour in bank.Where(other => other != township).OrderBy(other => other.Center.MetersTo(township.Center)).Take(2))
                Join(township, neighbour);
        }

        void Join(Settlement a, Settlement b)
        {
            if (joined.Contains((a, b)) || joined.Contains((b, a)))
                return;
            joined.Add((a, b));
            country.Connect(RoadClass.Secondary, $"{a.Name[0]}{b.Name[0]}路", a.Center, b.Center);
        }
    }

    private void JoinBridges(List<Settlement> bank, bool north)
    {
        foreach (var east in new[] { WestBridgeEast, EastBridgeEast })
        {
            var head = new PlanePoint(east, Math.Round(River.NorthAt(east) + (north ? 120 : -120), 1));
            foreach (var township in bank.OrderBy(candidate => candidate.Center.MetersTo(head)).Take(2))
                country.Connect(RoadClass.Secondary, null, head, township.Center);
        }
    }

    private void DrawVillages(Settlement township)
    {
        var count = 5 + (int)dice.Between(0, 4, township.Name + "/villages");
        for (var i = 0; i < count; i++)
        {
            var question = $"{township.Name}/village";
            var angle = ((i + dice.Between(0, 0.7, question, 10 + i)) / count * 2 * Math.PI) + 0.4;
            var radius = dice.Between(1_400, 4_200, question, 30 + i);
            var north = River.IsNorth(township.Center);
            var center = River.KeepDry(township.Center + new PlanePoint(radius * Math.Cos(angle), radius * Math.Sin(angle)), north);
            center = new PlanePoint(Math.Round(center.East), Math.Round(center.North + (north ? 150 : -150)));
            var (name, english) = PlaceNames.Village(dice, settlements.Count);
            var village = new Settlement(name, english, SettlementRank.Village, center, township, []);
            settlements.Add(village);
            country.Connect(RoadClass.Tertiary, null, township.Center, center);
            DrawVillage(village, north);
        }
    }

    private void DrawVillage(Settlement village, bool north)
    {
        var heading = dice.Between(0, Math.PI, village.Name + "/heading");
        var previous = village.Center;
        for (var i = 1; i <= 4; i++)
        {
            var point = River.KeepDry(village.Center + new PlanePoint(110 * i * Math.Cos(heading), 110 * i * Math.Sin(heading)), north);
            point = new PlanePoint(Math.Round(point.East, 1), Math.Round(point.North, 1));
            AddStreet(village, RoadClass.Residential, null, previous, point, 1);
            previous = point;
            if (i is 2 or 3)
            {
                var side = River.KeepDry(point + new PlanePoint(-120 * Math.Sin(heading), 120 * Math.Cos(heading)), north);
                AddStreet(village, RoadClass.Service, null, point, new PlanePoint(Math.Round(side.East, 1), Math.Round(side.North, 1)), 0.6);
            }
        }
    }

    private void DrawNationalRoad(CountySeat grid)
    {
        var northGate = grid.Gates[3];
        var southGate = grid.Gates[5];
        country.Connect(RoadClass.Trunk, "G328国道", northGate, new PlanePoint(northGate.East + 2_600, 20_500));
        country.Connect(RoadClass.Trunk, "G328国道", southGate, new PlanePoint(southGate.East - 1_900, -20_500));
    }

    private void AddFeatures()
    {
        var builder = drawing.Builder;
        builder.AddFeature(MapFeature.Area(MapFeatureKind.WaterArea, [.. River.Surface().Select(point => point.ToGeo(origin))], "云溪河"));
        foreach (var settlement in settlements)
        {
            var (halfEast, halfNorth, rank) = settlement.Rank switch
            {
                SettlementRank.CountySeat => (2_050.0, 1_700.0, 3),
                SettlementRank.Township => (620.0, 420.0, 5),
                _ => (330.0, 300.0, 6),
            };
            builder.AddFeature(MapFeature.Place(settlement.Center.ToGeo(origin), settlement.Name, rank, settlement.NameEn));
            builder.AddFeature(MapFeature.Area(MapFeatureKind.BuiltUpArea, [.. Blob(settlement, halfEast, halfNorth)]));
        }

        builder.AddFeature(MapFeature.Area(MapFeatureKind.GreenArea, [.. Ring(new PlanePoint(-1_150, 900), 330, 240)], "人民公园"));
        builder.AddFeature(MapFeature.Area(MapFeatureKind.GreenArea, [.. Ring(new PlanePoint(6_200, 11_500), 2_900, 1_900)], "凤凰山林场"));
        builder.AddFeature(MapFeature.Area(MapFeatureKind.GreenArea, [.. Ring(new PlanePoint(-7_400, -12_600), 2_300, 1_500)], "南山林场"));
    }

    private IEnumerable<GeoPoint> Blob(Settlement settlement, double halfEast, double halfNorth) =>
        Ring(settlement.Rank == SettlementRank.CountySeat ? new PlanePoint(0, -110) : settlement.Center, halfEast, halfNorth);

    private IEnumerable<GeoPoint> Ring(PlanePoint center, double halfEast, double halfNorth)
    {
        const int corners = 24;
        for (var i = 0; i <= corners; i++)
        {
            var angle = i % corners * 2 * Math.PI / corners;
            var wobble = 1 + (0.08 * Math.Sin((angle * 3) + center.East));
            yield return (center + new PlanePoint(halfEast * wobble * Math.Cos(angle), halfNorth * wobble * Math.Sin(angle))).ToGeo(origin);
        }
    }
}
