using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports;

/// <summary>A day's deliveries with every figure that goes onto paper. What stop n gets follows from n, so that sums have a closed form.</summary>
internal static class DeliverySample
{
    public const string Region = "huaiyuan";
    public const string Distributor = "D1";

    public static readonly DateOnly Date = new(2030, 3, 12);

    // Grams and millilitres a case differ, so that one total cannot stand in for another.
    private static readonly Product[] Catalogue =
    [
        NewProduct("P1", "冰红茶 500ml×15", "Iced tea 500 ml x 15", 8_000, 12_000),
        NewProduct("P2", "无糖茉莉花茶 550ml×15 促销装", "Jasmine tea, no sugar, 550 ml x 15", 9_000, 13_000),
        NewProduct("P3", "矿泉水 550ml×24", "Water 550 ml x 24", 14_000, 20_000),
    ];

    /// <summary>Stop n of all stops, from 1, gets n % 3 + 1 cases of P1, 2 of P2 where n is even, and 1 of P3 where n divides by 5.</summary>
    public static int CasesOf(int stop) => (stop % 3) + 1 + (stop % 2 == 0 ? 2 : 0) + (stop % 5 == 0 ? 1 : 0);

    /// <param name="trips">For each vehicle the number of stops of each of its trips.</param>
    public static PlannedDeliveries Of(params int[][] trips)
    {
        var terminals = new Dictionary<TerminalId, TerminalFile>();
        var orders = new Dictionary<OrderId, PlannedOrder>();
        var routes = new List<DeliveryRoute>();
        foreach (var vehicle in trips)
        {
            var made = vehicle.Select(stops => TripOf([.. Enumerable.Range(terminals.Count + 1, stops).Select(number => StopOf(number, terminals, orders))])).ToList();
            routes.Add(new DeliveryRoute(new VehicleId($"V{routes.Count + 1}"), made, new Distance(made.Sum(trip => trip.Distance.Meters)), new Duration(8 * 3600), new Money(30_000)));
        }

        return new PlannedDeliveries(
            new DeliveryPlan
            {
                Id = new PlanId("D1-2030-03-12"),
                Region = new RegionId(Region),
                Distributor = new DistributorId(Distributor),
                Date = Date,
                Version = 3,
                Status = PlanStatus.Published,
                Routes = routes,
                Unserved = [],
                Distance = new Distance(routes.Sum(route => route.Distance.Meters)),
                Cost = new Money(30_000 * routes.Count),
                Provenance = new PlanProvenance("territory 1", 1, 1, 2000, "roads van", 77, "00"),
            },
            NewRegion(),
            NewDistributor(),
            routes.ToDictionary(route => route.Vehicle, NewVehicle),
            new Dictionary<RepId, Territory.Model.Reps.RepFile>(),
            terminals,
            Catalogue.ToDictionary(product => product.Id),
            orders,
            terminals.Keys.ToDictionary(id => id, _ => Money.Zero));
    }

    private static DeliveryStop StopOf(int number, Dictionary<TerminalId, TerminalFile> terminals, Dictionary<OrderId, PlannedOrder> orders)
    {
        var terminal = NewTerminal(number);
        terminals.Add(terminal.Id, terminal);
        List<OrderLine> lines = [new(new ProductId("P1"), new Cases((number % 3) + 1))];
        if (number % 2 == 0)
            lines.Add(new OrderLine(new ProductId("P2"), new Cases(2)));
        if (number % 5 == 0)
            lines.Add(new OrderLine(new ProductId("P3"), new Cases(1)));
        var order = new OrderId($"O{number}");
        orders.Add(order, new PlannedOrder(lines, new Money(4_800 * CasesOf(number)), PlannedOrderState.Open, number % 11 == 0 ? "放后门冷库" : null));
        var arrival = TimeOfDay.At(8, 0) + new Duration(600 * number);
        return new DeliveryStop(
            terminal.Id, [order],
            new VehicleCapacity(new Cases(lines.Sum(line => line.Cases.Count)), new Mass(lines.Sum(line => Of(line).CaseMass.Grams * line.Cases.Count)), new Volume(lines.Sum(line => Of(line).CaseVolume.Millilitres * line.Cases.Count))),
            new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(18)), arrival, arrival, arrival + new Duration(300), new Duration(300), new Distance(1500));
    }

    private static Product Of(OrderLine line) => Catalogue.Single(product => product.Id == line.Product);

    private static DeliveryTrip TripOf(IReadOnlyList<DeliveryStop> stops) => new(
        stops[0].Arrival, stops[0].Arrival, stops[^1].Departure,
        new VehicleCapacity(
            new Cases(stops.Sum(stop => stop.Load.Cases.Count)), new Mass(stops.Sum(stop => stop.Load.Mass.Grams)), new Volume(stops.Sum(stop => stop.Load.Volume.Millilitres))),
        new Distance(1500 * stops.Count), new Duration(300 * stops.Count), stops);

    // Some have long names and addresses, a limit, a note, or terms of their own.
    private static TerminalFile NewTerminal(int number) => new()
    {
        Id = new TerminalId($"HY-{number:0000}"),
        Region = new RegionId(Region),
        Name = number % 7 == 0 ? $"怀远县城关镇第{number}供销合作社惠民生活超市（禹王路店）" : $"老王小店{number}",
        Kind = TerminalKind.Grocery,
        Class = number % 4 == 0 ? TerminalClass.A : TerminalClass.C,
        Location = new GeoPoint(117.20 + (0.001 * number), 32.97),
        Owner = "王建国",
        Phone = $"1390552{number:0000}",
        Address = number % 9 == 0 ? "安徽省蚌埠市怀远县荆山镇涡河路与禹王路交叉口东南角人民医院斜对面二号楼一层" : $"禹王路{number}号",
        LargestVehicle = number % 8 == 0 ? Mass.FromKilograms(2500) : null,
        Note = number % 6 == 0 ? "卸货口在后巷，早上八点前禁停" : null,
        Terms = number % 10 == 0 ? PaymentTerms.MonthlyAccount : number % 13 == 0 ? PaymentTerms.NextVisit : PaymentTerms.CashOnDelivery,
        Distributor = new DistributorId(Distributor),
    };

    private static VehicleFile NewVehicle(DeliveryRoute route) => new()
    {
        Id = route.Vehicle,
        Region = new RegionId(Region),
        Distributor = new DistributorId(Distributor),
        Plate = $"皖C{route.Vehicle.Value[1..],0}2345",
        Type = "4.2 m 厢式货车",
        Capacity = new VehicleCapacity(new Cases(200), Mass.FromKilograms(2000), Volume.FromLitres(9000)),
        Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(18)),
        DriverName = "李师傅",
    };

    private static Region NewRegion() => new()
    {
        Id = new RegionId(Region),
        Name = new("怀远县", "Huaiyuan"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(117.1, 32.9, 117.4, 33.1),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "© OpenStreetMap contributors",
    };

    private static DistributorFile NewDistributor() => new()
    {
        Id = new DistributorId(Distributor),
        Region = new RegionId(Region),
        Name = "怀远惠民商贸",
        Depot = new GeoPoint(117.19, 32.96),
        DepotAddress = "怀远县经济开发区乳泉大道88号",
        WarehouseCapacity = new Cases(10_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(20),
        UnloadingTimePerStop = Duration.FromMinutes(5),
        UnloadingTimePerCase = new Duration(20),
    };

    private static Product NewProduct(string id, string zh, string en, long caseGrams, long caseMillilitres) => new()
    {
        Id = new ProductId(id),
        Name = new LocalizedText(zh, en),
        Category = "drinks",
        UnitsPerCase = 15,
        CaseMass = new Mass(caseGrams),
        CaseVolume = new Volume(caseMillilitres),
        Prices = new PriceLadder(new Money(4000), new Money(4800), new Money(7200)),
    };
}
