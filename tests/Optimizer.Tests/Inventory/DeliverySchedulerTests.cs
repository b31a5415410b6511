using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Inventory;

public sealed class DeliverySchedulerTests
{
    private static readonly (int X, int Y)[] OneOutlet = [(0, 0), (8_000, 0)];

    private static Product Beer { get; } = Town.Water with { Id = new ProductId("beer") };

    /// <summary>
    /// By hand: 2 cases a day and 4 there last until Tuesday; Wednesday's delivery comes before its sales, later ones would lose sales, earlier ones store longer. 14 sold less 4 are 10 cases.
    /// 100.00 + 16 km at 1.50 + 2,000 s at 25.00 an hour are 137.89.
    /// </summary>
    [Fact]
    public void Plan_OneOutlet_IsServedOnTheLastDayWithWhatTheHorizonSells()
    {
        var schedule = Plan(Request(OneOutlet, [Outlet("a", Line(Town.Water, stockCases: 4, dailyCases: 2))]));

        var trip = schedule.Trips.ShouldHaveSingleItem();
        trip.Date.ShouldBe(Town.Monday.AddDays(2));
        trip.Stops.ShouldBe([new ScheduledStop(new TerminalId("a"), new Cases(10))]);
        trip.Distance.ShouldBe(new Distance(16_000));
        trip.Working.ShouldBe(new Duration(2_000 + 300 + (10 * 10)));
        schedule.TravelCost.ShouldBe(new Money(13_789));
        var outlet = schedule.Outlets.ShouldHaveSingleItem();
        (outlet.Terminal, outlet.Stock).ShouldBe((new TerminalId("a"), new Cases(4)));
        outlet.Sales.ShouldAllBe(sold => sold == new Cases(2));
        outlet.Left.Select(left => left.Count).ShouldBe([2, 0, 8, 6, 4, 2, 0]);
        trip.Capacity.Count.ShouldBeGreaterThanOrEqualTo(trip.Load.Count);
        schedule.StockOuts.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_OrderUpTo_FillsToTheCapacity()
    {
        var outlet = Outlet("a", Line(Town.Water, stockCases: 4, dailyCases: 2)) with { Capacity = new Cases(25) };

        var schedule = Plan(Request(OneOutlet, [outlet]) with { Policy = ReplenishmentPolicy.OrderUpTo });

        var trip = schedule.Trips.ShouldHaveSingleItem();
        (trip.Date, trip.Load).ShouldBe((Town.Monday.AddDays(2), new Cases(25)));
    }

    [Fact]
    public void Plan_OutletClosedUntilThursday_RunsOutBeforeTheFirstDelivery()
    {
        var outlet = Outlet("a", Line(Town.Water, stockCases: 1, dailyCases: 1));
        outlet = outlet with { Terminal = outlet.Terminal with { DaysOff = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday } };

        var schedule = Plan(Request(OneOutlet, [outlet]));

        schedule.Trips.ShouldHaveSingleItem().Date.ShouldBe(Town.Monday.AddDays(3));
        schedule.StockOuts.ShouldBe(
        [
            new StockOut(new TerminalId("a"), Town.Monday.AddDays(1), new Cases(1), StockOutCause.BeforeFirstDelivery),
            new StockOut(new TerminalId("a"), Town.Monday.AddDays(2), new Cases(1), StockOutCause.BeforeFirstDelivery),
        ]);
        schedule.StockOutCost.ShouldBe(Money.FromMajor(200));
        // One case sold on Monday, none to sell until Thursday's delivery of the four that are sold by Sunday.
        schedule.Outlets.ShouldHaveSingleItem().Left.Select(left => left.Count).ShouldBe([0, 0, 0, 3, 2, 1, 0]);
    }

    [Fact]
    public void Plan_Sunday_SellsAndIsNotServed()
    {
        // Six days' stock of the week from Monday: Sunday's case has to come by Saturday.
        var schedule = Plan(Request(OneOutlet, [Outlet("a", Line(Town.Water, stockCases: 30, dailyCases: 5))]));

        var trip = schedule.Trips.ShouldHaveSingleItem();
        (trip.Date, trip.Load).ShouldBe((Town.Monday.AddDays(5), new Cases(5)));
        schedule.StockOuts.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_ShelfFullOfWhatDoesNotSell_HidesNoShortage()
    {
        var outlet = Outlet("a", Line(Town.Water, stockCases: 0, dailyCases: 2), Line(Beer, stockCases: 100, dailyCases: 0));

        var schedule = Plan(Request(OneOutlet, [outlet]));

        schedule.Trips.ShouldHaveSingleItem().Date.ShouldBe(Town.Monday);
    }

    [Fact]
    public void Plan_OutletsNobodyCanServe_AreNamedWithTheCause()
    {
        var small = Outlet("a", Line(Town.Water, stockCases: 0, dailyCases: 1));
        small = small with { Terminal = small.Terminal with { LargestVehicle = Mass.FromKilograms(10) } };

        var schedule = Plan(Request(OneOutlet, [small]));

        schedule.Trips.ShouldBeEmpty();
        schedule.StockOuts.Count.ShouldBe(7);
        schedule.StockOuts.ShouldAllBe(stockOut => stockOut.Cause == StockOutCause.NotReachable);
        Plan(Request(OneOutlet, [small]) with { Vehicles = [] }).StockOuts.ShouldBe(schedule.StockOuts);
    }

    [Fact]
    public void Plan_OutletWithoutSales_IsNamedAndLeftAlone()
    {
        var schedule = Plan(Request(OneOutlet, [Outlet("a", Line(Town.Water, stockCases: 0, dailyCases: 0))]));

        schedule.WithoutSales.ShouldBe([new TerminalId("a")]);
        schedule.Trips.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_SameRequestInAnotherOrder_GivesTheSameSchedule()
    {
        var points = Town.Scatter(12, seed: 5);
        var random = new Random(5);
        OutletStock[] outlets = [.. Enumerable.Range(0, 12).Select(i => Outlet($"t{i:00}", Line(Town.Water, random.Next(0, 20), random.Next(1, 8))))];
        var request = Request(points, outlets) with { Vehicles = [Town.Vehicle("v1", 100), Town.Vehicle("v2", 60, maxTrips: 2)] };
        var reversed = Request([points[0], .. points.Skip(1).Reverse()], [.. outlets.Reverse()]) with { Vehicles = [.. request.Vehicles.Reverse()] };

        var schedule = Plan(request);

        schedule.Trips.Count.ShouldBeGreaterThan(1);
        Lines(Plan(reversed)).ShouldBe(Lines(schedule));
    }

    [Fact]
    public void Plan_FaultyRequest_IsRefusedWithEveryFault()
    {
        var request = Request(OneOutlet, [Outlet("a", Line(Beer with { Id = new ProductId("unknown") }, 1, 1))]) with { Days = 0, CoverDays = 0 };

        Should.Throw<InvalidInputException>(() => Plan(request)).Problems.Select(problem => problem.Code)
            .ShouldBe(["schedule.days", "schedule.cover-days", "schedule.product"]);
    }

    private static string[] Lines(DeliverySchedule schedule) =>
        [.. schedule.Trips.Select(trip => $"{trip.Date:O} {trip.Vehicle} {trip.Trip}: {string.Join(' ', trip.Stops)}"), .. schedule.StockOuts.Select(stockOut => $"{stockOut}")];

    private static DeliverySchedule Plan(ScheduleRequest request) => new DeliveryScheduler().Plan(request, new SolveOptions { Iterations = 2_000 }, null, TestContext.Current.CancellationToken);

    private static ScheduleRequest Request(IReadOnlyList<(int X, int Y)> points, IReadOnlyList<OutletStock> outlets) => new()
    {
        Region = Town.Region,
        Distributor = Town.Distributor,
        From = Town.Monday,
        Days = 7,
        Policy = ReplenishmentPolicy.MaximumLevel,
        Vehicles = [Town.Vehicle("v1")],
        Outlets = outlets,
        Products = [Town.Water, Beer],
        Travel = Town.Roads(points),
        // A case lost costs so much that every trip of a test pays.
        StockOutCostPerCase = Money.FromMajor(100),
    };

    private static OutletStock Outlet(string id, params ProductStock[] products) => new() { Terminal = Town.Terminal(id), Products = products };

    private static ProductStock Line(Product product, int stockCases, int dailyCases) =>
        new(product.Id, new Units(stockCases * product.UnitsPerCase), Units.Zero, dailyCases * product.UnitsPerCase);
}
