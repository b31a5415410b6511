using Territory.Contracts.Plans;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Grains.Roads;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;
using Territory.Roads.Network;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanGrainTests
{
    private static readonly DateOnly Tuesday = Samples.Monday.AddDays(1);

    [Fact]
    public async Task Propose_Deliveries_ServesOrReportsEveryOpenOrder()
    {
        await using var cluster = await WithOrdersAsync(outlets: 12);

        var result = await Deliveries(cluster).Propose(Propose(iterations: 200));

        result.Outcome.Accepted.ShouldBeTrue();
        var plan = result.Plan.ShouldNotBeNull();
        plan.Version.ShouldBe(1);
        plan.Status.ShouldBe(PlanStatus.Proposed);
        plan.Provenance.TravelTimes.ShouldStartWith("straight-line");
        plan.Provenance.JournalPosition.ShouldBeGreaterThan(0);
        Orders(plan).Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).Select(order => order.Value).Order()
            .ShouldBe(Enumerable.Range(1, 12).Select(number => $"O{number:00}"));
    }

    /// <summary>Vans have slots of the day on every network; the stand-in for missing roads has none.</summary>
    [Fact]
    public async Task Propose_ByTimeOfDay_DrivesAtTheTimesOfTheSlots_WhereTheRoadsHaveThem()
    {
        await using var cluster = await WithOrdersAsync(outlets: 12);
        (await Deliveries(cluster).Propose(Propose(50, byTimeOfDay: true))).Plan!.Provenance.TravelTimes.ShouldStartWith("straight-line");
        await cluster.CrashAndRestartAsync();
        SaveGrid(Path.Combine(cluster.RegionsDirectory, Samples.RegionId.Value, RegionRoads.FileName));

        var bySlots = (await Deliveries(cluster).Propose(Propose(50, byTimeOfDay: true))).Plan!;
        var wholeDay = (await Deliveries(cluster).Propose(Propose(50))).Plan!;

        bySlots.Provenance.TravelTimes.ShouldStartWith("roads van by time of day (00:00 06:30 ");
        wholeDay.Provenance.TravelTimes.ShouldBe("roads van");
        bySlots.Unserved.ShouldBeEmpty();
        bySlots.Provenance.InputHash.ShouldNotBe(wholeDay.Provenance.InputHash);
    }

    [Fact]
    public async Task Propose_TheSameInputSeedAndIterations_GivesTheSamePlanAsTheNextVersion()
    {
        await using var cluster = await WithOrdersAsync(outlets: 12);

        var first = (await Deliveries(cluster).Propose(Propose(200))).Plan!;
        var second = (await Deliveries(cluster).Propose(Propose(200))).Plan!;

        second.Version.ShouldBe(2);
        second.Provenance.InputHash.ShouldBe(first.Provenance.InputHash);
        Text(second with { Id = first.Id, Version = 1, Provenance = first.Provenance }).ShouldBe(Text(first));
    }

    [Fact]
    public async Task Propose_Retried_GivesTheFirstPlanWithoutAnother()
    {
        await using var cluster = await WithOrdersAsync(outlets: 3);
        var command = Propose(50);
        var first = await Deliveries(cluster).Propose(command);

        var second = await Deliveries(cluster).Propose(command);

        Text(second.Plan!).ShouldBe(Text(first.Plan!));
        (await Deliveries(cluster).GetSnapshot()).Proposed!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Propose_AnOrderLargerThanAnyVehicle_IsReportedAndTheRestIsPlanned()
    {
        await using var cluster = await WithOrdersAsync(outlets: 2);
        await PlaceAsync(cluster, "T01", "BIG", cases: 5000);

        var plan = (await Deliveries(cluster).Propose(Propose(100))).Plan!;

        var unserved = plan.Unserved.ShouldHaveSingleItem();
        unserved.Terminal.ShouldBe(new TerminalId("T01"));
        unserved.Reason.ShouldBe(UnservedReason.LargerThanAnyVehicle);
        Orders(plan).ShouldBe([new OrderId("O02")]);
    }

    [Fact]
    public async Task Publish_TheLatestProposal_IsThePlanOfTheDay()
    {
        await using var cluster = await WithOrdersAsync(outlets: 3);
        var grain = Deliveries(cluster);
        await grain.Propose(Propose(50));
        var latest = (await grain.Propose(Propose(50))).Plan!;

        (await grain.Publish(new PublishPlan(Header(), 1))).RefusalCode.ShouldBe("plan.not-the-latest");
        (await grain.Publish(new PublishPlan(Header(), 2))).Accepted.ShouldBeTrue();
        (await grain.Publish(new PublishPlan(Header(), 2))).RefusalCode.ShouldBe("plan.already-published");

        var snapshot = await grain.GetSnapshot();
        snapshot.Published!.Id.ShouldBe(latest.Id);
        snapshot.Published.Status.ShouldBe(PlanStatus.Published);
    }

    [Fact]
    public async Task Discard_AProposal_LeavesThePublishedPlan()
    {
        await using var cluster = await WithOrdersAsync(outlets: 3);
        var grain = Deliveries(cluster);
        await grain.Propose(Propose(50));
        await grain.Publish(new PublishPlan(Header(), 1));
        await grain.Propose(Propose(50));

        (await grain.Discard(new DiscardPlan(Header(), 2))).Accepted.ShouldBeTrue();

        var snapshot = await grain.GetSnapshot();
        snapshot.Published!.Version.ShouldBe(1);
        snapshot.Proposed!.Status.ShouldBe(PlanStatus.Discarded);
        (await grain.Publish(new PublishPlan(Header(), 2))).RefusalCode.ShouldBe("plan.already-discarded");
    }

    [Fact]
    public async Task Propose_VisitsOfARep_ListsTheOutletsThatWereNeverVisited()
    {
        await using var cluster = await WithOrdersAsync(outlets: 6);
        var grain = cluster.Grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(Samples.Rep, Tuesday));

        var plan = (await grain.Propose(new ProposeVisitPlan(Header(), new PlanOptions(1, 50, null)))).Plan.ShouldNotBeNull();

        plan.Visits.Count.ShouldBeGreaterThan(0);
        plan.Visits.Select(visit => visit.Terminal).Distinct().Count().ShouldBe(plan.Visits.Count);
        (await grain.Publish(new PublishPlan(Header(), 1))).Accepted.ShouldBeTrue();
        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        using var rows = snapshot.Query("SELECT count(*) FROM planned_visits WHERE rep = 'S1'");
        rows.Read().ShouldBeTrue();
        rows.GetInt32(0).ShouldBe(plan.Visits.Count);
    }

    [Fact]
    public async Task Propose_ForAnUnknownParty_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var nobody = cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(new DistributorId("D9"), Tuesday));

        (await nobody.Propose(Propose(10))).Outcome.RefusalCode.ShouldBe("distributor.unknown");
    }

    [Fact]
    public async Task Propose_WithNegativeIterations_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await Deliveries(cluster).Propose(Propose(-1))).Outcome.RefusalCode.ShouldBe("plan.iterations");
    }

    [Fact]
    public async Task Propose_ForADayOutOfReach_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var lastDay = cluster.Grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(Samples.Rep, DateOnly.MaxValue));
        var firstDay = cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(Samples.Distributor, DateOnly.MinValue));

        (await lastDay.Propose(new ProposeVisitPlan(Header(), new PlanOptions(1, 1, null)))).Outcome.RefusalCode.ShouldBe("plan.date");
        (await firstDay.Propose(Propose(1))).Outcome.RefusalCode.ShouldBe("plan.date");
    }

    [Fact]
    public async Task Propose_WithoutOrders_IsAnEmptyPlan()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await Deliveries(cluster).Propose(Propose(10))).Plan!.Routes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Propose_WithNobodyToServe_DoesNotSearchUntilTheTimeLimit()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var options = new PlanOptions(1, null, new Duration(1));
        var visits = cluster.Grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(Samples.Rep, Tuesday));

        (await Deliveries(cluster).Propose(new ProposeDeliveryPlan(Header(), options))).Plan!.Provenance.Iterations.ShouldBe(0);
        (await visits.Propose(new ProposeVisitPlan(Header(), options))).Plan!.Provenance.Iterations.ShouldBe(0);
    }

    private static async Task<TerritoryCluster> WithOrdersAsync(int outlets)
    {
        var cluster = await TerritoryCluster.StartWithRegionAsync();
        var random = new Random(3);
        for (var number = 1; number <= outlets; number++)
        {
            var location = new GeoPoint(113.4 + (random.NextDouble() * 0.1), 29.4 + (random.NextDouble() * 0.1));
            await cluster.RegisterTerminalAsync(Samples.Terminal($"T{number:00}") with { Location = location });
            await PlaceAsync(cluster, $"T{number:00}", $"O{number:00}", cases: 1 + random.Next(20));
        }

        return cluster;
    }

    private static async Task PlaceAsync(TerritoryCluster cluster, string terminal, string order, int cases) =>
        (await cluster.Terminal(terminal).PlaceOrder(new PlaceOrder(
            Header(), new OrderId(order), Tuesday, [new OrderLine(Samples.ProductId(1), new Cases(cases))], null))).Accepted.ShouldBeTrue();

    private static IDeliveryPlanGrain Deliveries(TerritoryCluster cluster) =>
        cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(Samples.Distributor, Tuesday));

    private static ProposeDeliveryPlan Propose(long iterations, bool byTimeOfDay = false) => new(Header(), new PlanOptions(11, iterations, null, byTimeOfDay));

    /// <summary>A road each kilometre or so, along and across.</summary>
    private static void SaveGrid(string path)
    {
        const int lines = 12;
        var builder = new RoadNetworkBuilder();
        for (var row = 0; row < lines; row++)
        {
            for (var column = 0; column < lines; column++)
                builder.AddNode(new GeoPoint(113.395 + (column * 0.01), 29.395 + (row * 0.01)));
        }

        for (var line = 0; line < lines; line++)
        {
            builder.AddWay(new RoadWay { Nodes = [.. Enumerable.Range(0, lines).Select(at => (line * lines) + at)], Class = RoadClass.Primary });
            builder.AddWay(new RoadWay { Nodes = [.. Enumerable.Range(0, lines).Select(at => (at * lines) + line)], Class = RoadClass.Tertiary });
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        builder.Build().Save(path);
    }

    private static Contracts.CommandHeader Header() => TerritoryCluster.Header(Samples.At(0, 18));

    private static IEnumerable<OrderId> Orders(DeliveryPlan plan) =>
        plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders);

    private static string Text(DeliveryPlan plan) => CompactJson.Text(plan, MessageJsonContext.Default.DeliveryPlan);
}
