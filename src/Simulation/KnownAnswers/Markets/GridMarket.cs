using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.Simulation.Market;

namespace Territory.Simulation.KnownAnswers.Markets;

/// <summary>A small market on a grid of streets, a minute and 500 m between corners, on which the known answers about markets are put to the test.</summary>
public sealed record GridMarket
{
    private const double CornerDegrees = 0.005;

    /// <summary>A Monday.</summary>
    public static DateOnly FirstDay { get; } = new(2025, 3, 3);

    public long Seed { get; init; } = 1;

    public int Terminals { get; init; } = 36;

    public int Products { get; init; } = 6;

    public int Reps { get; init; } = 2;

    /// <summary>Multiplies every price.</summary>
    public int PriceFactor { get; init; } = 1;

    /// <summary>Visits of every outlet in a cycle of four weeks; null as its class has them.</summary>
    public int? VisitsPerCycle { get; init; }

    public MarketRates Rates { get; init; } = MarketRates.Standard;

    public MarketSetup Build()
    {
        var width = (int)Math.Ceiling(Math.Sqrt(Terminals));
        GeoPoint[] places = [.. Enumerable.Range(0, Terminals).Select(index => At(index % width, index / width))];
        GeoPoint[] starts = [.. Enumerable.Range(0, Reps).Select(index => At(width, index))];
        var depot = At(-1, 0);
        GeoPoint[] points = [depot, .. starts, .. places];
        return new MarketSetup(
            Region, ProductFiles(), TerminalFiles(places), [DistributorFile(depot)], RepFiles(starts), VehicleFiles(),
            new MatrixTravel(points, Streets(points)), Seed, Rates);
    }

    private static Region Region { get; } = new()
    {
        Id = new RegionId("grid"),
        Name = LocalizedText.Same("Grid"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(119, 29, 121, 31),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "none",
    };

    private static DistributorId Distributor { get; } = new("D0");

    private static GeoPoint At(int x, int y) => new(120 + (x * CornerDegrees), 30 + (y * CornerDegrees));

    private static TravelMatrix Streets(GeoPoint[] points)
    {
        var blocks = points.SelectMany(from => points.Select(to => (int)Math.Round(
            (Math.Abs(from.Longitude - to.Longitude) + Math.Abs(from.Latitude - to.Latitude)) / CornerDegrees))).ToArray();
        return new TravelMatrix(points.Length, [.. blocks.Select(count => count * 60)], [.. blocks.Select(count => count * 500)], "grid");
    }

    private static DistributorFile DistributorFile(GeoPoint depot) => new()
    {
        Id = Distributor,
        Region = Region.Id,
        Name = "Distributor",
        Depot = depot,
        WarehouseCapacity = new Cases(100_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(20),
        UnloadingTimePerStop = Duration.FromMinutes(4),
        UnloadingTimePerCase = new Duration(10),
    };

    private static List<VehicleFile> VehicleFiles() => [.. Enumerable.Range(0, 2).Select(index => new VehicleFile
    {
        Id = new VehicleId($"V{index}"),
        Region = Region.Id,
        Distributor = Distributor,
        Plate = $"沪A{index:00000}",
        Type = "van",
        Capacity = new VehicleCapacity(new Cases(150), Mass.FromKilograms(2000), Volume.FromLitres(6000)),
        Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(18)),
        MaxTrips = 3,
        CostPerKilometer = new Money(200),
        CostPerHour = new Money(3000),
    })];

    private static List<RepFile> RepFiles(GeoPoint[] starts) => [.. starts.Select((start, index) => new RepFile
    {
        Id = new RepId($"A{index}"),
        Region = Region.Id,
        Distributor = Distributor,
        Name = $"Rep {index}",
        Start = start,
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(17, 30)),
        TravelMode = TravelMode.Motorbike,
    })];

    private List<Product> ProductFiles() => [.. Enumerable.Range(0, Products).Select(index => new Product
    {
        Id = new ProductId($"P{index:00}"),
        Name = LocalizedText.Same($"Product {index}"),
        Category = "water",
        UnitsPerCase = index % 2 == 0 ? 12 : 24,
        CaseMass = Mass.FromKilograms(8),
        CaseVolume = Volume.FromLitres(10),
        Prices = new PriceLadder(new Money(2000 * PriceFactor), new Money((2500 + index) * PriceFactor), new Money(3600 * PriceFactor)),
    })];

    private List<TerminalFile> TerminalFiles(GeoPoint[] places) => [.. places.Select((place, index) => new TerminalFile
    {
        Id = new TerminalId($"T{index:0000}"),
        Region = Region.Id,
        Name = $"Shop {index}",
        Kind = (TerminalKind)(index % 7),
        Class = index % 10 == 0 ? TerminalClass.A : index % 10 < 4 ? TerminalClass.B : TerminalClass.C,
        Location = place,
        OpeningHours = OpeningHours.Daily(TimeOfDay.At(7), TimeOfDay.At(20 + (index % 3), 30)),
        Distributor = Distributor,
        Rep = Reps == 0 ? null : new RepId($"A{index % Reps}"),
        ListedProducts = [.. Enumerable.Range(0, Products).Where(product => (product + index) % 4 != 3).Select(product => new ProductId($"P{product:00}"))],
        CategoryVolumePerMonth = new Cases(index % 10 == 0 ? 200 : index % 10 < 4 ? 60 : 18),
        Terms = (PaymentTerms)(index % 3),
        VisitsPerCycle = VisitsPerCycle,
    })];
}
