using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Plans;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Fixtures;

/// <summary>A small county with two distributors, so that the one must not see the other's; every figure that a test expects follows from what stands here.</summary>
internal static class Sample
{
    public const string Region = "county";
    public const string OtherRegion = "elsewhere";
    public const string East = "D-east";
    public const string West = "D-west";
    public const string EastRep = "R-east";
    public const string WestRep = "R-west";
    public const string EastVehicle = "V-east";
    public const string EastVehicle2 = "V-east-2";
    public const string WestVehicle = "V-west";
    public const string Cola = "cola";
    public const string Tea = "tea";

    /// <summary>A Tuesday; far ahead, so that cookies of this date are not out of date for the test's own client.</summary>
    public static readonly DateOnly Today = new(2030, 3, 12);

    /// <summary>Ten in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2030, 3, 12, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Outlets 1 to 4 belong to the east, 5 to 8 to the west.</summary>
    public static string Terminal(int number) => $"T{number}";

    public static DateOnly Ago(int days) => Today.AddDays(-days);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8));

    public static IEnumerable<(string Kind, string Key, IEvent Event)> Events()
    {
        yield return (ActorKind.Territory, Region, new RegionCreated(NewRegion(Region)));
        yield return (ActorKind.Territory, Region, new ProductsListed([NewProduct(Cola), NewProduct(Tea)]));
        yield return (ActorKind.Territory, OtherRegion, new RegionCreated(NewRegion(OtherRegion)));
        foreach (var distributor in new[] { East, West })
            yield return (ActorKind.Distributor, distributor, new DistributorRegistered(NewDistributor(distributor)));
        yield return (ActorKind.Rep, EastRep, new RepRegistered(NewRep(EastRep, East)));
        yield return (ActorKind.Rep, WestRep, new RepRegistered(NewRep(WestRep, West)));
        yield return (ActorKind.Vehicle, EastVehicle, new VehicleRegistered(NewVehicle(EastVehicle, East)));
        yield return (ActorKind.Vehicle, EastVehicle2, new VehicleRegistered(NewVehicle(EastVehicle2, East)));
        yield return (ActorKind.Vehicle, WestVehicle, new VehicleRegistered(NewVehicle(WestVehicle, West)));
        for (var number = 1; number <= 8; number++)
            yield return (ActorKind.Terminal, Terminal(number), new TerminalRegistered(NewTerminal(number), null, Ago(90)));
        yield return (ActorKind.Terminal, "T-elsewhere", new TerminalRegistered(
            NewTerminal(9) with { Id = new TerminalId("T-elsewhere"), Region = new RegionId(OtherRegion), Distributor = null, Rep = null }, null, Ago(90)));

        // Stock: outlets 1, 2 and 5 have both products, outlet 3 cola only, the others nothing.
        foreach (var (number, cola, tea) in new[] { (1, 40, 20), (2, 10, 5), (3, 7, 0), (5, 12, 12) })
            yield return (ActorKind.Terminal, Terminal(number), new StockCounted(
                [new CountedLine(new ProductId(Cola), new Units(cola), default, null), new CountedLine(new ProductId(Tea), new Units(tea), default, null)],
                At(Ago(3), 9), Ago(3)));

        // Outlet 1 sold 4 colas and 1 tea on one day: the mean over the one held day gives 36 / 4 = 9 days of cola and 19 / 1 = 19 of tea.
        yield return (ActorKind.Terminal, Terminal(1), new SalesSettled(At(Ago(1), 0), At(Today, 0), Ago(1), 0,
            [new SoldLine(new ProductId(Cola), new Units(4), Units.Zero), new SoldLine(new ProductId(Tea), new Units(1), Units.Zero)]));

        // Lists of today: the east rep is to call at 1, 2 and 3, the west rep at 5 and 6. Calls made today: 1 and 5; outlet 2 is being visited.
        yield return (ActorKind.VisitPlan, PlanKey.Of(new RepId(EastRep), Today), new VisitPlanProposed(NewVisitPlan(EastRep, Today, 1, 1, 2, 3)));
        yield return (ActorKind.VisitPlan, PlanKey.Of(new RepId(EastRep), Today), new VisitPlanPublished(new PlanId($"{EastRep}-plan"), 1, At(Ago(1), 18)));
        yield return (ActorKind.VisitPlan, PlanKey.Of(new RepId(WestRep), Today), new VisitPlanProposed(NewVisitPlan(WestRep, Today, 1, 5, 6)));
        yield return (ActorKind.VisitPlan, PlanKey.Of(new RepId(WestRep), Today), new VisitPlanPublished(new PlanId($"{WestRep}-plan"), 1, At(Ago(1), 18)));
        foreach (var visit in Visit(1, EastRep, Today, 8).Concat(Visit(5, WestRep, Today, 8)).Concat(Visit(3, EastRep, Ago(10), 9)).Concat(Visit(6, WestRep, Ago(40), 9)))
            yield return visit;
        yield return (ActorKind.Terminal, Terminal(2), new VisitStarted(new RepId(EastRep), null, null, At(Today, 9, 50), Today));

        // Orders of outlets 1, 2 (east) and 5 (west), all due today.
        foreach (var (number, distributor) in new[] { (1, East), (2, East), (5, West) })
            yield return (ActorKind.Terminal, Terminal(number), new OrderPlaced(
                new Order
                {
                    Id = new OrderId($"O{number}"),
                    Terminal = new TerminalId(Terminal(number)),
                    Distributor = new DistributorId(distributor),
                    PlacedAt = At(Ago(1), 15),
                    DueOn = Today,
                    Lines = [new OrderLine(new ProductId(Cola), new Cases(2))],
                },
                [new PricedLine(new ProductId(Cola), new Cases(2), new Units(48), new Money(9600))], new Money(9600), Ago(1)));
        var east = PlanKey.Of(new DistributorId(East), Today);
        yield return (ActorKind.DeliveryPlan, east, new DeliveryPlanProposed(NewDeliveryPlan(East, Today, 1, (EastVehicle, [1]), (EastVehicle2, [2]))));
        yield return (ActorKind.DeliveryPlan, east, new DeliveryPlanPublished(new PlanId($"{East}-plan"), 1, At(Ago(1), 19)));
        var west = PlanKey.Of(new DistributorId(West), Today);
        yield return (ActorKind.DeliveryPlan, west, new DeliveryPlanProposed(NewDeliveryPlan(West, Today, 1, (WestVehicle, [5]))));
        yield return (ActorKind.Vehicle, EastVehicle, new TripDeparted(new PlanId($"{East}-plan"), 0, Today, At(Today, 8), [new OrderId("O1")]));
        yield return (ActorKind.Terminal, Terminal(1), new DeliveryReceived(
            new VehicleId(EastVehicle), new PlanId($"{East}-plan"), new DistributorId(East), [new OrderId("O1")],
            [new DeliveredLine(new ProductId(Cola), new Cases(2), new Cases(2), new Units(48), new Money(9600))], RefusalReason.None,
            At(Today, 8), At(Today, 12), At(Today, 8, 30), At(Today, 8, 40), Today, new Money(9600), OrdersStayOpen: false));
    }

    public static IEnumerable<(string Kind, string Key, IEvent Event)> Visit(int terminal, string rep, DateOnly day, int hour)
    {
        yield return (ActorKind.Terminal, Terminal(terminal), new VisitStarted(new RepId(rep), null, null, At(day, hour), day));
        yield return (ActorKind.Terminal, Terminal(terminal), new VisitCompleted(new RepId(rep), null, At(day, hour), At(day, hour, 20), day, false, null, []));
    }

    public static DeliveryPlan NewDeliveryPlan(string distributor, DateOnly date, int version, params (string Vehicle, int[] Terminals)[] routes) => new()
    {
        Id = new PlanId($"{distributor}-plan"),
        Region = new RegionId(Region),
        Distributor = new DistributorId(distributor),
        Date = date,
        Version = version,
        Status = PlanStatus.Proposed,
        Routes = [.. routes.Select(route => new DeliveryRoute(
            new VehicleId(route.Vehicle),
            [new DeliveryTrip(TimeOfDay.At(7, 30), TimeOfDay.At(8), TimeOfDay.At(11), default, new Distance(1000), new Duration(600),
                [.. route.Terminals.Select(number => new DeliveryStop(
                    new TerminalId(Terminal(number)), [new OrderId($"O{number}")], default, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9, 30)),
                    TimeOfDay.At(8, 30), TimeOfDay.At(8, 30), TimeOfDay.At(8, 40), new Duration(300), new Distance(500)))])],
            new Distance(1000),
            new Duration(3600),
            new Money(5000)))],
        Unserved = [new UnservedOrder(new TerminalId(Terminal(4)), [], UnservedReason.NoTimeLeft, new Dictionary<string, string>())],
        Distance = new Distance(1000 * routes.Length),
        Cost = new Money(5000 * routes.Length),
        Provenance = new PlanProvenance("test", 1, 1, 0, "straight-line", 1, "00"),
    };

    public static VisitPlan NewVisitPlan(string rep, DateOnly date, int version, params int[] terminals) => new()
    {
        Id = new PlanId($"{rep}-plan"),
        Region = new RegionId(Region),
        Rep = new RepId(rep),
        Date = date,
        Version = version,
        Status = PlanStatus.Proposed,
        Start = TimeOfDay.At(8),
        End = TimeOfDay.At(17),
        Visits = [.. terminals.Select((number, i) => new PlannedVisit(
            new TerminalId(Terminal(number)), VisitPurpose.Cadence, date, TimeOfDay.At(8 + i), TimeOfDay.At(8 + i, 20), new Duration(300), new Distance(500)))],
        Postponed = [],
        Distance = new Distance(2000),
        Driving = new Duration(1200),
        Provenance = new PlanProvenance("test", 1, 1, 0, "straight-line", 1, "00"),
    };

    public static TerminalFile NewTerminal(int number) => new()
    {
        Id = new TerminalId(Terminal(number)),
        Region = new RegionId(Region),
        Name = $"老王小店{number}",
        Kind = TerminalKind.Grocery,
        Class = number % 2 == 1 ? TerminalClass.A : TerminalClass.C,
        // Outlet 8 has closed down: it is in no denominator.
        Status = number == 8 ? TerminalStatus.Closed : TerminalStatus.Active,
        Location = PlaceOf(number),
        Address = $"Market street {number}",
        Distributor = new DistributorId(number <= 4 ? East : West),
        Rep = new RepId(number <= 4 ? EastRep : WestRep),
        ListedProducts = [new ProductId(Cola), new ProductId(Tea)],
        CategoryVolumePerMonth = new Cases(number * 10),
    };

    public static GeoPoint PlaceOf(int number) => new(115.40 + (0.01 * number), 31.80);

    public static Region NewRegion(string id) => new()
    {
        Id = new RegionId(id),
        Name = new("某县", "A county"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(115.3, 31.7, 115.6, 31.9),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "© OpenStreetMap contributors",
    };

    private static Product NewProduct(string id) => new()
    {
        Id = new ProductId(id),
        Name = new(id, id),
        Category = "drinks",
        UnitsPerCase = 24,
        CaseMass = new Mass(12_000),
        CaseVolume = new Volume(15_000),
        Prices = new PriceLadder(new Money(4000), new Money(4800), new Money(7200)),
    };

    public static DistributorFile NewDistributor(string id) => new()
    {
        Id = new DistributorId(id),
        Region = new RegionId(Region),
        Name = id,
        Depot = new GeoPoint(115.40, 31.80),
        WarehouseCapacity = new Cases(10_000),
        DepotHours = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(20)),
        LoadingTime = Duration.FromMinutes(20),
        UnloadingTimePerStop = Duration.FromMinutes(5),
        UnloadingTimePerCase = new Duration(20),
    };

    public static RepFile NewRep(string id, string distributor) => new()
    {
        Id = new RepId(id),
        Region = new RegionId(Region),
        Distributor = new DistributorId(distributor),
        Name = id,
        Start = new GeoPoint(115.40, 31.80),
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(17)),
        TravelMode = TravelMode.Motorbike,
    };

    public static VehicleFile NewVehicle(string id, string distributor) => new()
    {
        Id = new VehicleId(id),
        Region = new RegionId(Region),
        Distributor = new DistributorId(distributor),
        Plate = id,
        Type = "van",
        Capacity = new VehicleCapacity(new Cases(100), new Mass(1_000_000), new Volume(5_000_000)),
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(17)),
    };
}
