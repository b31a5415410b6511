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

namespace Territory.Simulation.Tests.Market;

/// <summary>A small market on a grid of streets: a minute and 500 m between neighbouring corners.</summary>
internal sealed record TestMarket
{
    /// <summary>A Monday.</summary>
    public static DateOnly Monday { get; } = new(2025, 3, 3);

    public int Terminals { get; init; } = 60;

    public int Reps { get; init; } = 3;

    public int VehiclesPerDistributor { get; init; } = 2;

    public int Distributors { get; init; } = 2;

    public int Products { get; init; } = 8;

    public long Seed { get; init; } = 1;

    public MarketRates Rates { get; init; } = MarketRates.Standard;

    /// <summary>Lists everything backwards.</summary>
    public bool Reversed { get; init; }

    public MarketSetup Build()
    {
        var width = (int)Math.Ceiling(Math.Sqrt(Terminals));
        var places = Enumerable.Range(0, Terminals).Select(index => At(index % width, index / width)).ToList();
        var depots = Enumerable.Range(0, Distributors).Select(index => At(-1, index * 2)).ToList();
        var starts = Enumerable.Range(0, Reps).Select(index => At(width, index)).ToList();
        List<GeoPoint> points = [.. depots, .. starts, .. places];
        return new MarketSetup(
            Region, Order(ProductFiles()), Order(TerminalFiles(places)), Order(DistributorFiles(depots)), Order(RepFiles(starts)),
            Order(VehicleFiles()), new MatrixTravel(points, Streets(points)), Seed, Rates);
    }

    private static Region Region { get; } = new()
    {
        Id = new RegionId("R"),
        Name = LocalizedText.Same("Grid"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(119, 29, 121, 31),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "none",
    };

    private static GeoPoint At(int x, int y) => new(120 + (x * 0.005), 30 + (y * 0.005));

    private static TravelMatrix Streets(List<GeoPoint> points)
    {
        var seconds = new int[points.Count * points.Count];
        for (var from = 0; from < points.Count; from++)
        {
            for (var to = 0; to < points.Count; to++)
            {
                var blocks = Math.Abs(points[from].Longitude - points[to].Longitude) + Math.Abs(points[from].Latitude - points[to].Latitude);
                seconds[(from * points.Count) + to] = (int)Math.Round(blocks / 0.005) * 60;
            }
        }

        return new TravelMatrix(points.Count, seconds, [.. seconds.Select(value => value / 60 * 500)], "grid");
    }

    private IReadOnlyList<T> Order<T>(List<T> items)
    {
        if (Reversed)
            items.Reverse();
        return items;
    }

    private List<Product> ProductFiles() => [.. Enumerable.Range(0, Products).Select(index => new Product
    {
        Id = new ProductId($"P{index:00}"),
        Name = LocalizedText.Same($"Product {index}"),
        Category = "water",
        UnitsPerCase = index % 2 == 0 ? 12 : 24,
        CaseMass = Mass.FromKilograms(8),
        CaseVolume = Volume.FromLitres(10),
        Prices = new PriceLadder(new Money(2000), new Money(2500 + index), new Money(3600)),
    })];

    private List<TerminalFile> TerminalFiles(List<GeoPoint> places) => [.. places.Select((place, index) => new TerminalFile
    {
        Id = new TerminalId($"T{index:0000}"),
        Region = Region.Id,
        Name = $"Shop {index}",
        Kind = (TerminalKind)(index % 7),
        Class = index % 10 == 0 ? TerminalClass.A : index % 10 < 4 ? TerminalClass.B : TerminalClass.C,
        Location = place,
        OpeningHours = index % 5 == 4 ? new OpeningHours([]) : OpeningHours.Daily(TimeOfDay.At(7), TimeOfDay.At(20 + (index % 3), 30)),
        Distributor = new DistributorId($"D{index % Distributors}"),
        Rep = new RepId($"A{index % Reps}"),
        ListedProducts = OrderedProducts(index),
        CategoryVolumePerMonth = new Cases(index % 10 == 0 ? 200 : index % 10 < 4 ? 60 : 18),
        Terms = (PaymentTerms)(index % 3),
    })];

    private List<ProductId> OrderedProducts(int terminal) => [.. Order(Enumerable.Range(0, Products)
        .Where(product => (product + terminal) % 4 != 3)
        .Select(product => new ProductId($"P{product:00}"))
        .ToList())];

    private List<DistributorFile> DistributorFiles(List<GeoPoint> depots) => [.. depots.Select((depot, index) => new DistributorFile
    {
        Id = new DistributorId($"D{index}"),
        Region = Region.Id,
        Name = $"Distributor {index}",
        Depot = depot,
        WarehouseCapacity = new Cases(100_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(20),
        UnloadingTimePerStop = Duration.FromMinutes(4),
        UnloadingTimePerCase = new Duration(10),
    })];

    private List<RepFile> RepFiles(List<GeoPoint> starts) => [.. starts.Select((start, index) => new RepFile
    {
        Id = new RepId($"A{index}"),
        Region = Region.Id,
        Distributor = new DistributorId($"D{index % Distributors}"),
        Name = $"Rep {index}",
        Start = start,
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(17, 30)),
        TravelMode = TravelMode.Motorbike,
    })];

    private List<VehicleFile> VehicleFiles() => [.. Enumerable.Range(0, Distributors * VehiclesPerDistributor).Select(index => new VehicleFile
    {
        Id = new VehicleId($"V{index}"),
        Region = Region.Id,
        Distributor = new DistributorId($"D{index % Distributors}"),
        Plate = $"沪A{index:00000}",
        Type = "van",
        Capacity = new VehicleCapacity(new Cases(150), Mass.FromKilograms(2000), Volume.FromLitres(6000)),
        Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(18)),
        MaxTrips = 3,
        CostPerKilometer = new Money(200),
        CostPerHour = new Money(3000),
    })];
}
