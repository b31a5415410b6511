using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>A small town of the tests' own making: outlets scattered round a depot, straight roads at 8 m/s.</summary>
internal static class Town
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static Region Region { get; } = new()
    {
        Id = new RegionId("town"),
        Name = LocalizedText.Same("town"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = default,
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "none",
    };

    public static DistributorFile Distributor { get; } = new()
    {
        Id = new DistributorId("d1"),
        Region = Region.Id,
        Name = "depot",
        Depot = default,
        WarehouseCapacity = new Cases(100_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(16)),
        LoadingTime = Duration.FromMinutes(30),
        UnloadingTimePerStop = Duration.FromMinutes(5),
        UnloadingTimePerCase = new Duration(10),
    };

    /// <summary>10 kg and 20 litres a case.</summary>
    public static Product Water { get; } = new()
    {
        Id = new ProductId("water"),
        Name = LocalizedText.Same("water"),
        Category = "drinks",
        UnitsPerCase = 12,
        CaseMass = Mass.FromKilograms(10),
        CaseVolume = Volume.FromLitres(20),
        Prices = new PriceLadder(new Money(1000), new Money(1200), new Money(1500)),
    };

    public static TerminalFile Terminal(string id, TerminalClass terminalClass = TerminalClass.B) => new()
    {
        Id = new TerminalId(id),
        Region = Region.Id,
        Name = id,
        Kind = TerminalKind.Grocery,
        Class = terminalClass,
        Location = default,
    };

    public static VehicleFile Vehicle(string id, int cases = 200, int maxTrips = 1) => new()
    {
        Id = new VehicleId(id),
        Region = Region.Id,
        Distributor = Distributor.Id,
        Plate = id,
        Type = "van",
        Capacity = new VehicleCapacity(new Cases(cases), Mass.FromKilograms(cases * 10), Volume.FromLitres(cases * 20)),
        Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(17)),
        MaxTrips = maxTrips,
        FixedCost = Money.FromMajor(100),
        CostPerKilometer = new Money(150),
        CostPerHour = Money.FromMajor(25),
    };

    public static RepFile Rep { get; } = new()
    {
        Id = new RepId("r1"),
        Region = Region.Id,
        Distributor = Distributor.Id,
        Name = "rep",
        Start = default,
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(18)),
        TravelMode = TravelMode.Motorbike,
    };

    public static Order OrderOf(string id, string terminal, int cases) => new()
    {
        Id = new OrderId(id),
        Terminal = new TerminalId(terminal),
        Distributor = Distributor.Id,
        PlacedAt = DateTimeOffset.UnixEpoch,
        DueOn = Monday,
        Lines = [new OrderLine(Water.Id, new Cases(cases))],
    };

    /// <summary>Straight roads between points in metres, the first being the depot or the start.</summary>
    public static TravelMatrix Roads(IReadOnlyList<(int X, int Y)> points)
    {
        var n = points.Count;
        var meters = new int[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                meters[(i * n) + j] = (int)Math.Round(double.Hypot(points[i].X - points[j].X, points[i].Y - points[j].Y));
        }

        return new TravelMatrix(n, [.. meters.Select(meter => meter / 8)], meters, "straight-line");
    }

    /// <summary>The same roads by slots of the day: each takes longer in the rush hours by a measure of its own, and now and then a road is closed from 9 to 11.</summary>
    public static DayTravel RushHours(TravelMatrix roads, int seed)
    {
        var random = new Random(seed);
        TravelMatrix Slot(int least, int most, int closed) => new(
            roads.Size, [.. roads.Seconds.ToArray().Select(seconds => seconds > 0 && closed > 0 && random.Next(closed) == 0 ? TravelMatrix.Unreachable : seconds * random.Next(least, most + 1) / 100)],
            roads.Meters.ToArray(), roads.Source);
        return new DayTravel(
            [new TimeOnly(5, 0), new TimeOnly(7, 0), new TimeOnly(9, 0), new TimeOnly(11, 0), new TimeOnly(16, 30)],
            [Slot(90, 110, 0), Slot(140, 200, 0), Slot(95, 120, 15), Slot(90, 120, 0), Slot(130, 180, 0)]);
    }

    public static (int X, int Y)[] Scatter(int count, int seed, int radius = 8_000)
    {
        var random = new Random(seed);
        return [(0, 0), .. Enumerable.Range(0, count).Select(_ => (random.Next(-radius, radius), random.Next(-radius, radius)))];
    }

    /// <summary>One order at each of a number of scattered terminals t00, t01, ...</summary>
    public static DeliveryPlanRequest Deliveries(int stops, int vehicles, int seed, int maxCases = 30)
    {
        var random = new Random(seed);
        var terminals = Enumerable.Range(0, stops).Select(i => Terminal($"t{i:00}")).ToArray();
        return new DeliveryPlanRequest
        {
            Plan = new PlanId("p1"),
            Version = 1,
            Region = Region,
            Distributor = Distributor,
            Date = Monday,
            Vehicles = [.. Enumerable.Range(0, vehicles).Select(i => Vehicle($"v{i}"))],
            Orders = [.. terminals.Select((terminal, i) => OrderOf($"o{i:00}", terminal.Id.Value, random.Next(1, maxCases + 1)))],
            Terminals = terminals,
            Products = [Water],
            Travel = Roads(Scatter(stops, seed)),
        };
    }
}
