using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class LearnedServiceTests
{
    [Fact]
    public void Plan_LearnedAtOneOutlet_ServesItThatLongAndSaysSo()
    {
        var request = Town.Deliveries(6, 1, seed: 4) with { LearnedService = [new LearnedService(new TerminalId("t02"), 1_500, 9), new LearnedService(new TerminalId("elsewhere"), 500, 9)] };
        var usual = Plan(request with { LearnedService = [] });

        var plan = Plan(request);

        // Five minutes and ten seconds a case, half as long again at t02.
        foreach (var stop in plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops))
        {
            var rule = 300 + (10 * stop.Load.Cases.Count);
            (stop.Departure - stop.ServiceStart).Seconds.ShouldBe(stop.Terminal.Value == "t02" ? rule * 3 / 2 : rule);
        }

        plan.Provenance.LearnedStops.ShouldBe(1);
        usual.Provenance.LearnedStops.ShouldBe(0);
        plan.Provenance.InputHash.ShouldNotBe(usual.Provenance.InputHash);
        DeliveryPlanAudit.Breaches(plan, request).ShouldBeEmpty();
        DeliveryPlanAudit.Breaches(usual, request).ShouldNotBeEmpty();
    }

    [Fact]
    public void Plan_LearnedOnlyElsewhere_IsTheSamePlan()
    {
        var request = Town.Deliveries(6, 1, seed: 4);

        Plan(request with { LearnedService = [new LearnedService(new TerminalId("elsewhere"), 500, 9)] }).Provenance.ShouldBe(Plan(request).Provenance);
    }

    [Fact]
    public void Plan_LearnedTimeOfNothing_IsRefused()
    {
        var request = Town.Deliveries(2, 1, seed: 4) with { LearnedService = [new LearnedService(new TerminalId("t00"), 0, 9)] };

        Should.Throw<InvalidInputException>(() => Plan(request)).Problems.ShouldHaveSingleItem().Code.ShouldBe("learned-service.range");
    }

    private static DeliveryPlan Plan(DeliveryPlanRequest request) =>
        new DeliveryPlanner().Plan(request, new SolveOptions { Iterations = 50 }, null, CancellationToken.None);
}
