using Territory.Demo.Geography;
using Territory.Demo.Names;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Demo.Company;

/// <summary>Distributors and where their depots stand.</summary>
internal static class Depots
{
    private static readonly string[] CountyNames = ["云溪惠民商贸", "云溪鑫源副食", "云溪永兴配送"];

    /// <summary>A distributor of the demo county, its depot on the street of a town nearest to the middle of its outlets.</summary>
    public static DistributorFile CountyDistributor(int number, RegionId region, Area area, CountyMap map, Dice dice)
    {
        var middle = area.Middle;
        var (place, street) = map.Settlements
            .Where(settlement => settlement.Rank != SettlementRank.Village)
            .SelectMany(settlement => settlement.Streets, (settlement, piece) => (settlement, piece))
            .MinBy(candidate => candidate.piece.From.Toward(candidate.piece.To, 0.5).MetersTo(middle));
        var depot = street.From.Toward(street.To, 0.5).ToGeo(map.Origin);
        return Distributor($"D{number + 1}", CountyNames[number % CountyNames.Length], region, depot, place.Address(street.Name), number, dice);
    }

    public static DistributorFile Distributor(string id, string name, RegionId region, GeoPoint depot, string? address, int number, Dice dice) => new()
    {
        Id = new DistributorId(id),
        Region = region,
        Name = name,
        Depot = depot,
        DepotAddress = address,
        Contact = PersonNames.Full(dice, "distributor", number),
        Phone = PersonNames.Phone(dice, "distributor", number),
        WarehouseCapacity = new Cases(12_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(25),
        UnloadingTimePerStop = Duration.FromMinutes(6),
        UnloadingTimePerCase = new Duration(12),
    };
}
