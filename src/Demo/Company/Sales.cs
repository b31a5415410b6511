using NetTopologySuite.Geometries;
using Territory.Demo.Geography;
using Territory.Demo.Names;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Model.Travel;

namespace Territory.Demo.Company;

/// <summary>Distributors with their depots, and reps with their areas.</summary>
internal static class Sales
{
    private static readonly string[] DistributorNames = ["云溪惠民商贸", "云溪鑫源副食", "云溪永兴配送"];
    private static readonly GeometryFactory Geometry = new(new PrecisionModel(), 4326);

    /// <summary>A distributor whose depot stands on the street nearest to the middle of its outlets.</summary>
    public static DistributorFile Distributor(int number, RegionId region, Area area, CountyMap map, Dice dice)
    {
        var middle = new PlanePoint(area.Sites.Average(site => site.At.East), area.Sites.Average(site => site.At.North));
        var (place, street) = map.Settlements
            .Where(settlement => settlement.Rank != SettlementRank.Village)
            .SelectMany(settlement => settlement.Streets, (settlement, piece) => (settlement, piece))
            .MinBy(candidate => candidate.piece.From.Toward(candidate.piece.To, 0.5).MetersTo(middle));
        return new DistributorFile
        {
            Id = new DistributorId($"D{number + 1}"),
            Region = region,
            Name = DistributorNames[number],
            Depot = street.From.Toward(street.To, 0.5).ToGeo(map.Origin),
            DepotAddress = place.Address(street.Name),
            Contact = PersonNames.Full(dice, "distributor", number),
            Phone = PersonNames.Phone(dice, "distributor", number),
            WarehouseCapacity = new Cases(12_000),
            DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
            LoadingTime = Duration.FromMinutes(25),
            UnloadingTimePerStop = Duration.FromMinutes(6),
            UnloadingTimePerCase = new Duration(12),
        };
    }

    public static RepFile Rep(int number, RegionId region, DistributorFile distributor, Area area, CountyMap map, Dice dice) => new()
    {
        Id = new RepId($"R{number + 1:00}"),
        Region = region,
        Distributor = distributor.Id,
        Name = PersonNames.Full(dice, "rep", number),
        Phone = PersonNames.Phone(dice, "rep", number),
        Start = distributor.Depot,
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(18)),
        TravelMode = area.Sites.Count(site => site.Place.Rank == SettlementRank.CountySeat) * 2 > area.Sites.Count ? TravelMode.Motorbike : TravelMode.Car,
        Area = Outline(area, map.Origin),
    };

    private static Polygon Outline(Area area, GeoPoint origin)
    {
        PlanePoint[] corners = [new(area.West, area.South), new(area.East, area.South), new(area.East, area.North), new(area.West, area.North), new(area.West, area.South)];
        return Geometry.CreatePolygon([.. corners.Select(corner => corner.ToGeo(origin)).Select(point => new Coordinate(point.Longitude, point.Latitude))]);
    }
}
