using Territory.Contracts.Following;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Following;

public sealed class LearnedServiceTests
{
    /// <summary>Six cases take 6 + 2 minutes by the rule and took 16: exp(ln 2 x 4 / (4 + 4)) of the rule, as there are too few deliveries to say more.</summary>
    [Fact]
    public async Task Propose_WithLearnedTimes_UnloadsAsLongAsDeliveriesTook_AndOtherwiseByTheRule()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.RegisterTerminalAsync(Samples.Terminal("T1") with { Location = DeliveryRound.East(1) });
        for (var day = 0; day < 4; day++)
            await DeliverAsync(cluster, day);
        var round = new DeliveryRound(cluster);
        var friday = Samples.Monday.AddDays(4);
        await round.PlaceAsync("T1", "NEXT", friday);

        var byRule = await round.PlanAsync(friday);
        var learned = await round.PlanAsync(friday, isLearned: true);

        ServiceOf(byRule).ShouldBe(480);
        ServiceOf(learned).ShouldBe((int)Math.Round(480 * 1.414));
        (byRule.Provenance.LearnedStops, learned.Provenance.LearnedStops).ShouldBe((0, 1));
        var lessons = await cluster.Grains.GetGrain<IFleetWatchGrain>("r").GetLessons(new AskForLessons(Samples.Distributor, friday));
        lessons.Outlets.ShouldBe([new LearnedService(new TerminalId("T1"), 1_414, 4)]);
        (lessons.Deliveries, lessons.RuleError, lessons.LearnedError).ShouldBe((4, 500, (int?)293));
        // Eight minutes by the rule, sixteen in truth, and 1.414 times eight minutes next time.
        lessons.Compared.ShouldBe([new OutletLesson(new TerminalId("T1"), 4, new Duration(480), new Duration(960), new Duration(679), IsLearned: true)]);
        lessons.Hours.ShouldBeEmpty("nothing of it was on a published plan");
        (lessons.HasLearnedSpeeds, lessons.IsMarket).ShouldBe((false, false));
        // Of a day on which nothing had been delivered yet there is nothing to learn.
        (await cluster.Grains.GetGrain<IFleetWatchGrain>("r").GetLessons(new AskForLessons(Samples.Distributor, Samples.Monday))).Deliveries.ShouldBe(0);
    }

    private static int ServiceOf(Model.Plans.DeliveryPlan plan)
    {
        var stop = plan.Routes.ShouldHaveSingleItem().Trips.ShouldHaveSingleItem().Stops.ShouldHaveSingleItem();
        return (stop.Departure - stop.ServiceStart).Seconds;
    }

    /// <summary>The vehicle is there at 7:50, the door opens at 8, and it is done at 8:16.</summary>
    private static async Task DeliverAsync(TerritoryCluster cluster, int day)
    {
        OrderLine[] lines = [new(Samples.ProductId(1), new Cases(6))];
        (await cluster.Terminal().PlaceOrder(new PlaceOrder(DeliveryRound.Header(day, 6), new OrderId($"O{day}"), Samples.Monday.AddDays(day), lines, null))).Accepted.ShouldBeTrue();
        (await cluster.Terminal().ReceiveDelivery(new ReceiveDelivery(
            TerritoryCluster.Header(Samples.At(day, 8, 16)), Samples.Vehicle, null, [new OrderId($"O{day}")], [new DeliveryLine(Samples.ProductId(1), new Cases(6), new Cases(6))],
            RefusalReason.None, Samples.At(day, 8), Samples.At(day, 22), Samples.At(day, 7, 50)))).Outcome.RefusalCode.ShouldBeNull();
    }
}
