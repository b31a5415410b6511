using Territory.Demo.Company;
using Territory.Demo.Geography;
using Territory.Demo.Outlets;
using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.Roads.Network;

namespace Territory.Demo;

/// <summary>An invented Chinese county (云溪县) and a company that sells in it: everything a first start needs, generated from a seed.</summary>
/// <remarks>The same seed gives the same county to the last metre. No real place, person or company is meant.</remarks>
public sealed record DemoRegion
{
    public const long DefaultSeed = 20_260_907;
    public const int DefaultOutlets = 2_000;
    public const int Distributors = 3;
    public const int RepsPerDistributor = 4;

    private const double HalfExtentMeters = 23_000;

    /// <summary>The first day of the history; a Monday.</summary>
    public static readonly DateOnly FirstDay = new(2026, 9, 7);

    private static readonly GeoPoint Origin = new(116.02, 32.55);
    private static readonly RegionId Id = new("yunxi");

    public required long Seed { get; init; }

    public required Region Region { get; init; }

    public required RoadNetwork Roads { get; init; }

    public required IReadOnlyList<Product> Products { get; init; }

    public required IReadOnlyList<DistributorFile> DistributorFiles { get; init; }

    public required IReadOnlyList<VehicleFile> Vehicles { get; init; }

    public required IReadOnlyList<RepFile> Reps { get; init; }

    public required IReadOnlyList<TerminalFile> Terminals { get; init; }

    public static DemoRegion Generate(long seed = DefaultSeed, int outlets = DefaultOutlets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outlets, Distributors * RepsPerDistributor);
        var dice = new Dice(seed);
        var map = CountyPlanner.Draw(dice, Origin);
        var sites = OutletPlacement.Place(map, dice, outlets);
        var whole = new Area(-HalfExtentMeters, -HalfExtentMeters, HalfExtentMeters, HalfExtentMeters, sites);
        var distributors = new List<DistributorFile>();
        var vehicles = new List<VehicleFile>();
        var reps = new List<RepFile>();
        var terminals = new List<TerminalFile>();
        foreach (var (number, area) in AreaSplit.Split(whole, Distributors).Index())
        {
            var distributor = Sales.Distributor(number, Id, area, map, dice);
            distributors.Add(distributor);
            vehicles.AddRange(Fleet.Of(distributor.Id, Id, number, dice));
            foreach (var (index, repArea) in AreaSplit.Split(area, RepsPerDistributor).Index())
            {
                var rep = Sales.Rep((number * RepsPerDistributor) + index, Id, distributor, repArea, map, dice);
                reps.Add(rep);
                terminals.AddRange(repArea.Sites.Select(site => OutletFiles.Of(site, Id, distributor.Id, rep.Id, map.Origin, dice)));
            }
        }

        return new DemoRegion
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
            DistributorFiles = distributors,
            Vehicles = vehicles,
            Reps = reps,
            Terminals = [.. terminals.OrderBy(terminal => terminal.Id.Value, StringComparer.Ordinal)],
        };
    }
}
