using Territory.Demo.Geography;
using Territory.Demo.Names;
using Territory.Demo.Outlets;
using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Randomness;

namespace Territory.Demo.Candidates;

/// <summary>A census of a county's shops: a seat and townships around it, skewed volumes, classes by volume, rivals stronger here than there.</summary>
internal static class CandidateShops
{
    private const int Townships = 7;
    private const double SeatShare = 0.45;
    private const double SeatSpreadMeters = 900;
    private const double TownSpreadMeters = 500;

    public static IReadOnlyList<CensusTerminal> Draw(Dice dice, GeoPoint middle, int count, double leader, int county)
    {
        var volumes = new List<Cases>(count);
        for (var number = 0; number < count; number++)
            volumes.Add(OutletDrawing.Volume(OutletKinds.Draw(RankOf(number, count), dice, number), RankOf(number, count), dice, number));
        var classes = OutletDrawing.Classes(volumes);
        return [.. Enumerable.Range(0, count).Select(number => Shop(number))];

        CensusTerminal Shop(int number)
        {
            var town = TownOf(number, count);
            var at = Center(town, dice) + Scatter(dice, number, town == 0 ? SeatSpreadMeters : TownSpreadMeters);
            var cellLeader = leader * dice.Between(0.3, 1.7, "shop/cell-leader", town);
            var rivals = new List<RivalShare>();
            if (dice.Between(0, 1, "shop/first-rival", number) < 0.8)
                rivals.Add(new RivalShare("甲牌", Math.Round(Math.Min(0.7, cellLeader * 1.25 * dice.Between(0.7, 1.3, "shop/first-share", number)), 3)));
            if (dice.Between(0, 1, "shop/second-rival", number) < 0.5)
                rivals.Add(new RivalShare("乙牌", Math.Round(Math.Min(0.25, cellLeader * dice.Between(0.3, 0.8, "shop/second-share", number)), 3)));
            var kind = OutletKinds.Draw(RankOf(number, count), dice, number);
            var owner = PersonNames.Full(dice, "owner", number);
            return new CensusTerminal(
                $"C{county + 1:000}-{number + 1:0000}", $"{owner}{(kind == Territory.Model.Terminals.TerminalKind.Restaurant ? "饭店" : "商店")}{number + 1}", at.ToGeo(middle), classes[number], volumes[number].Count,
                town == 0 ? "城关" : $"乡镇{town}", 0, rivals);
        }
    }

    private static SettlementRank RankOf(int number, int count) => TownOf(number, count) == 0 ? SettlementRank.CountySeat : SettlementRank.Township;

    private static int TownOf(int number, int count) => number < SeatShare * count ? 0 : 1 + (number % Townships);

    private static PlanePoint Center(int town, Dice dice)
    {
        if (town == 0)
            return default;
        var angle = (town + dice.Between(-0.3, 0.3, "town/angle", town)) * 2 * Math.PI / Townships;
        var radius = dice.Between(6_000, 19_000, "town/radius", town);
        return new PlanePoint(radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    private static PlanePoint Scatter(Dice dice, int number, double meters)
    {
        var draw = dice.For("shop/place", number);
        return new PlanePoint(meters * Normal.Sample(ref draw), meters * Normal.Sample(ref draw));
    }
}
