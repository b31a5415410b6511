using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Deliveries;

/// <summary>What earlier days left undelivered is served first.</summary>
public sealed class OverdueOrderTests
{
    private static readonly SolveOptions Quick = new() { Iterations = 300 };

    [Fact]
    public void Plan_NotAllCanBeServed_ServesYesterdaysFirst_ThoughTwoOfTodaysFitInstead()
    {
        // A vehicle of 100 cases makes one trip: the 100 of yesterday, or twice 50 of today.
        var request = Town.Deliveries(3, 1, seed: 1) with
        {
            Vehicles = [Town.Vehicle("v0", cases: 100)],
            Orders = [Town.OrderOf("today1", "t00", 50), Town.OrderOf("today2", "t01", 50), Due(Town.OrderOf("yesterday", "t02", 100), days: 1)],
        };

        Served(Plan(request)).ShouldBe(["yesterday"]);
        Served(Plan(request with { Orders = [.. request.Orders.Select(order => order with { DueOn = Town.Monday })] })).ShouldBe(["today1", "today2"]);
    }

    [Fact]
    public void Plan_NotAllOverdueCanBeServed_TheOldestGoes()
    {
        var request = Town.Deliveries(2, 1, seed: 2) with
        {
            Vehicles = [Town.Vehicle("v0", cases: 100)],
            Orders = [Due(Town.OrderOf("a", "t00", 60), days: 1), Due(Town.OrderOf("b", "t01", 60), days: 3)],
        };

        Served(Plan(request)).ShouldBe(["b"]);
    }

    /// <summary>Every choice of served orders is gone through: the days overdue of those that fit on the one trip add up to no more.</summary>
    [Fact]
    public void Plan_OverdueAndNot_ServesTheMostDays_ThenTheMostDrops()
    {
        for (var seed = 1; seed <= Draws.Of(40); seed++)
        {
            var random = new Random(seed);
            var request = Town.Deliveries(7, 1, seed, maxCases: 60) with { Vehicles = [Town.Vehicle("v0", cases: 100)] };
            request = request with { Orders = [.. request.Orders.Select(order => Due(order, random.Next(3)))] };

            var plan = Plan(request with { Distributor = request.Distributor with { UnloadingTimePerCase = default } });

            var best = Enumerable.Range(0, 1 << 7)
                .Select(set => request.Orders.Where((_, i) => (set >> i & 1) == 1).ToArray())
                .Where(orders => orders.Sum(order => order.Lines[0].Cases.Count) <= 100)
                .Max(orders => (orders.Sum(DaysOverdue), orders.Length));
            var served = request.Orders.Where(order => Served(plan).Contains(order.Id.Value)).ToArray();
            (served.Sum(DaysOverdue), served.Length).ShouldBe(best, $"seed {seed}");
        }
    }

    /// <summary>The hash is that of the planner which knew nothing of overdue orders, and no drop comes before another: it is the same problem.</summary>
    [Fact]
    public void Plan_NothingOverdue_IsWhatItWasBeforeOverdueOrdersCameFirst()
    {
        var request = Town.Deliveries(40, 2, seed: 5, maxCases: 40);

        Plan(request).Provenance.InputHash.ShouldBe("deb87c1554d87e6a46afbc08ed71e89d9925c9be8d9400c24119ced730177033");
        DeliveryProblem.Of(request, Drop.Of(request), request.Vehicles).Data.Clients.ShouldAllBe(client => client.Priority == 0);
    }

    [Fact]
    public void Plan_OrderOverdue_ChangesTheInputHash()
    {
        var request = Town.Deliveries(3, 1, seed: 6);

        Plan(request with { Orders = [Due(request.Orders[0], days: 1), .. request.Orders.Skip(1)] }).Provenance.InputHash.ShouldNotBe(Plan(request).Provenance.InputHash);
    }

    private static int DaysOverdue(Order order) => Town.Monday.DayNumber - order.DueOn.DayNumber;

    private static Order Due(Order order, int days) => order with { DueOn = Town.Monday.AddDays(-days) };

    private static string[] Served(DeliveryPlan plan) =>
        [.. plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders).Select(order => order.Value).Order(StringComparer.Ordinal)];

    private static DeliveryPlan Plan(DeliveryPlanRequest request) => new DeliveryPlanner().Plan(request, Quick, null, CancellationToken.None);
}
