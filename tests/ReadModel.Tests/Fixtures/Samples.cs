using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;

namespace Territory.ReadModel.Tests.Fixtures;

/// <summary>A small region for tests.</summary>
internal static class Samples
{
    public static readonly RegionId RegionId = new("r");
    public static readonly DistributorId Distributor = new("D1");
    public static readonly RepId Rep = new("S1");
    public static readonly VehicleId Vehicle = new("V1");
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static Region Region { get; } = new()
    {
        Id = RegionId,
        Name = new LocalizedText("样板县", "Sample county"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(113, 29, 114, 30),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "",
    };

    public static DateTimeOffset At(int day, int hour, int minute = 0) => Region.ToInstant(Monday.AddDays(day), TimeOfDay.At(hour, minute));

    public static ProductId ProductId(int number) => new($"P{number:00}");

    public static Product Product(int number) => new()
    {
        Id = ProductId(number),
        Name = new LocalizedText($"饮料{number}", $"Drink {number}"),
        Category = "drinks",
        UnitsPerCase = 12,
        CaseMass = Mass.FromKilograms(7),
        CaseVolume = Volume.FromLitres(12),
        Prices = new PriceLadder(Money.FromMajor(20), Money.FromMajor(24), Money.FromMajor(36)),
    };

    public static TerminalFile Terminal(string id, int products = 3) => new()
    {
        Id = new TerminalId(id),
        Region = RegionId,
        Name = $"{id}便利店",
        Kind = TerminalKind.Convenience,
        Class = TerminalClass.B,
        Location = new GeoPoint(113.5, 29.5),
        Distributor = Distributor,
        Rep = Rep,
        ListedProducts = [.. Enumerable.Range(1, products).Select(ProductId)],
        CategoryVolumePerMonth = new Cases(40),
        OpeningHours = OpeningHours.Daily(TimeOfDay.At(8), TimeOfDay.At(22)),
    };

    public static DistributorFile DistributorFile { get; } = new()
    {
        Id = Distributor,
        Region = RegionId,
        Name = "城关经销商",
        Depot = new GeoPoint(113.4, 29.4),
        WarehouseCapacity = new Cases(10_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(20),
        UnloadingTimePerStop = Duration.FromMinutes(6),
        UnloadingTimePerCase = new Duration(20),
    };

    public static RepFile RepFile { get; } = new()
    {
        Id = Rep,
        Region = RegionId,
        Distributor = Distributor,
        Name = "王芳",
        Start = new GeoPoint(113.4, 29.4),
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(18)),
        TravelMode = TravelMode.Motorbike,
    };

    public static VehicleFile VehicleFile { get; } = new()
    {
        Id = Vehicle,
        Region = RegionId,
        Distributor = Distributor,
        Plate = "湘F12345",
        Type = "4.2 m",
        Capacity = new VehicleCapacity(new Cases(300), Mass.FromKilograms(2000), Volume.FromLitres(9000)),
        Shift = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(18)),
    };

    public static Order Order(string id, string terminal, params (int Product, int Cases)[] lines) => new()
    {
        Id = new OrderId(id),
        Terminal = new TerminalId(terminal),
        Distributor = Distributor,
        PlacedAt = At(0, 10),
        DueOn = Monday.AddDays(1),
        Lines = [.. lines.Select(line => new OrderLine(ProductId(line.Product), new Cases(line.Cases)))],
    };
}
