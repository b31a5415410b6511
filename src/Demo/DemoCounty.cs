using Territory.Demo.Company;
using Territory.Demo.Geography;
using Territory.Demo.Outlets;
using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;

namespace Territory.Demo;

/// <summary>An invented Chinese county (云溪县) and a company that sells in it: everything a first start needs, generated from a seed.</summary>
/// <remarks>The same seed gives the same county to the last metre. No real place, person or company is meant.</remarks>
public static class DemoCounty
{
    public const long DefaultSeed = 20_260_907;
    public const int DefaultOutlets = 2_000;
    public const int Distributors = 3;
    public const int RepsPerDistributor = 4;

    private const double HalfExtentMeters = 23_000;

    /// <summary>The first day of the history; a Monday.</summary>
    public static readonly DateOnly FirstDay = new(2026, 9, 7);

    private static readonly GeoPoint Origin = new(116.02, 32.55);
    public static readonly RegionId Id = new("yunxi");

    public static GeneratedRegion Generate(long seed = DefaultSeed, int outlets = DefaultOutlets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outlets, Distributors * RepsPerDistributor);
        var dice = new Dice(seed);
        var map = CountyPlanner.Draw(dice, Origin);
        var sites = OutletPlacement.Place(map, dice, outlets);
        var whole = new Area(-HalfExtentMeters, -HalfExtentMeters, HalfExtentMeters, HalfExtentMeters, [.. sites.Select(site => site.Spot)]);
        var distributors = new List<DistributorFile>();
        var vehicles = new List<VehicleFile>();
        var reps = new List<RepFile>();
        var terminals = new List<TerminalFile>();
        foreach (var (number, area) in AreaSplit.Split(whole, Distributors).Index())
        {
            var distributor = Depots.CountyDistributor(number, Id, area, map, dice);
            distributors.Add(distributor);
            vehicles.AddRange(Fleet.Of(distributor, number, dice, "V"));
            foreach (var (index, repArea) in AreaSplit.Split(area, RepsPerDistributor).Index())
            {
                var inSeat = repArea.Spots.Count(spot => sites[spot.Number].Place.Rank == SettlementRank.CountySeat);
                var mode = inSeat * 2 > repArea.Spots.Count ? TravelMode.Motorbike : TravelMode.Car;
                var rep = Company.Reps.Of((number * RepsPerDistributor) + index, distributor, repArea, Origin, mode, dice, "R");
                reps.Add(rep);
                terminals.AddRange(repArea.Spots.Select(spot => OutletFiles.Of(sites[spot.Number], Id, distributor.Id, rep.Id, Origin, dice)));
            }
        }

        return new GeneratedRegion
        {
            Seed = seed,
            Region = new Region
            {
                Id = Id,
                Name = new LocalizedText("云溪县", "Yunxi County"),
                TimeZone = "Asia/Shanghai",
                Currency = "CNY",
                Calendar = new WorkingCalendar(Weekdays.MondayToFriday, [], []),
                Bounds = map.Roads.Bounds,
                ClassPolicies = ClassPolicy.Standard,
                MapAttribution = "Territory demo region (invented)",
            },
            Roads = map.Roads,
            Products = ProductList.All,
            Distributors = distributors,
            Vehicles = vehicles,
            Reps = reps,
            Terminals = [.. terminals.OrderBy(terminal => terminal.Id.Value, StringComparer.Ordinal)],
        };
    }
}
