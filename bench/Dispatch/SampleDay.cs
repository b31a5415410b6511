using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.Optimizer.Deliveries;

namespace Territory.Dispatch.Benchmarks;

/// <summary>A day of scattered stops with windows, vehicles of two trips and roads by five slots of the day.</summary>
internal static class SampleDay
{
    public static DeliveryPlanRequest Of(int stops, int vehicles, int seed)
    {
        var random = new Random(seed);
        var region = new Region
        {
            Id = new RegionId("bench"),
            Name = LocalizedText.Same("bench"),
            TimeZone = "Asia/Shanghai",
            Currency = "CNY",
            Calendar = WorkingCalendar.SixDayWeek,
            Bounds = default,
            ClassPolicies = ClassPolicy.Standard,
            MapAttribution = "none",
        };
        var distributor = new DistributorFile
        {
            Id = new DistributorId("d1"),
            Region = region.Id,
            Name = "depot",
            Depot = default,
            WarehouseCapacity = new Cases(100_000),
            DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(16)),
            LoadingTime = Duration.FromMinutes(20),
            UnloadingTimePerStop = Duration.FromMinutes(8),
            UnloadingTimePerCase = new Duration(15),
        };
        var water = new Product
        {
            Id = new ProductId("water"),
            Name = LocalizedText.Same("water"),
            Category = "drinks",
            UnitsPerCase = 12,
            CaseMass = Mass.FromKilograms(10),
            CaseVolume = Volume.FromLitres(20),
            Prices = new PriceLadder(new Money(1000), new Money(1200), new Money(1500)),
        };
        TerminalFile[] terminals =
        [
            .. Enumerable.Range(0, stops).Select(i => new TerminalFile
            {
                Id = new TerminalId($"t{i:000}"),
                Region = region.Id,
                Name = $"t{i:000}",
                Kind = TerminalKind.Grocery,
                Class = TerminalClass.B,
                Location = default,
                DeliveryWindow = (i % 4) switch
                {
                    0 => new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(10 + (i % 3))),
                    1 => new TimeWindow(TimeOfDay.At(9), TimeOfDay.At(15)),
                    _ => null,
                },
                OpeningHours = i % 10 == 3 ? new OpeningHours(
                [
                    new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(11, 30))),
                    new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(13), TimeOfDay.At(18))),
                ]) : new OpeningHours([]),
            }),
        ];
        VehicleFile Vehicle(int i) => new()
        {
            Id = new VehicleId($"v{i:00}"),
            Region = region.Id,
            Distributor = distributor.Id,
            Plate = $"v{i:00}",
            Type = "van",
            Capacity = new VehicleCapacity(new Cases(90), Mass.FromKilograms(900), Volume.FromLitres(1_800)),
            Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(17)),
            MaxTrips = 2,
            FixedCost = Money.FromMajor(20),
            CostPerKilometer = new Money(150),
            CostPerHour = Money.FromMajor(25),
        };
        var roads = Roads(stops + 1, random);
        TravelMatrix Slot(int percent) => new(roads.Size, [.. roads.Seconds.ToArray().Select(seconds => seconds * (percent + random.Next(30)) / 100)], roads.Meters.ToArray(), roads.Source);
        return new DeliveryPlanRequest
        {
            Plan = new PlanId("p1"),
            Version = 1,
            Region = region,
            Distributor = distributor,
            Date = new DateOnly(2026, 3, 2),
            Vehicles = [.. Enumerable.Range(0, vehicles).Select(Vehicle)],
            Orders =
            [
                .. terminals.Select((terminal, i) => new Order
                {
                    Id = new OrderId($"o{i:000}"),
                    Terminal = terminal.Id,
                    Distributor = distributor.Id,
                    PlacedAt = DateTimeOffset.UnixEpoch,
                    DueOn = new DateOnly(2026, 3, 2),
                    Lines = [new OrderLine(water.Id, new Cases(random.Next(4, 20)))],
                }),
            ],
            Terminals = terminals,
            Products = [water],
            Travel = roads,
            TravelByTime = new DayTravel(
                [new TimeOnly(5, 0), new TimeOnly(7, 0), new TimeOnly(9, 0), new TimeOnly(16, 30), new TimeOnly(19, 0)], [Slot(85), Slot(140), Slot(95), Slot(130), Slot(85)]),
        };
    }

    private static TravelMatrix Roads(int points, Random random)
    {
        var places = Enumerable.Range(0, points).Select(i => i == 0 ? (X: 0, Y: 0) : (X: random.Next(-15_000, 15_000), Y: random.Next(-15_000, 15_000))).ToArray();
        var meters = new int[points * points];
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++)
                meters[(i * points) + j] = (int)(1.3 * double.Hypot(places[i].X - places[j].X, places[i].Y - places[j].Y));
        }

        return new TravelMatrix(points, [.. meters.Select(meter => meter / 10)], meters, "straight-line");
    }
}
