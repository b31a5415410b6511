using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Following;
using Territory.ReadModel.Queries;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Following;

public sealed class EveningCloseTests
{
    [Fact]
    public async Task Close_UnfinishedAndRefusedStops_StayOpenWithTheirDueDayAndAreInTheNextPlan()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 4);
        var stops = round.Trip.Stops.Select(stop => stop.Terminal.Value).ToList();
        await round.DepartAsync(TimeOfDay.At(8));
        await round.DeliverAsync(stops[0], TimeOfDay.At(8, 10), TimeOfDay.At(8, 20));
        await round.DeliverAsync(stops[1], TimeOfDay.At(8, 30), TimeOfDay.At(8, 33), RefusalReason.OutletClosed);
        await round.ReturnAsync(TimeOfDay.At(10));

        (await Day(cluster).Close(new CloseDeliveryDay(TerritoryCluster.Header(DeliveryRound.At(TimeOfDay.At(20)))))).Accepted.ShouldBeTrue();

        var open = stops.Skip(1).Select(terminal => new OrderId($"O{terminal[1..]}")).ToList();
        var closed = (await Day(cluster).GetSnapshot())!;
        closed.Carried.ShouldBe(open, ignoreOrder: true);
        closed.StillOut.ShouldBeEmpty();
        // One more order, due on the next day.
        await round.PlaceAsync(stops[0], "NEW", DeliveryRound.Tuesday.AddDays(1));
        var next = await round.PlanAsync(DeliveryRound.Tuesday.AddDays(1));
        next.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders).ShouldBe([.. open, new OrderId("NEW")], ignoreOrder: true);
        foreach (var terminal in stops.Skip(1))
            (await cluster.Terminal(terminal).GetSnapshot())!.OpenOrders.ShouldHaveSingleItem().DueOn.ShouldBe(DeliveryRound.Tuesday);
    }

    [Fact]
    public async Task Close_TwiceOrTooEarly_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var evening = DeliveryRound.At(TimeOfDay.At(20));
        var command = new CloseDeliveryDay(TerritoryCluster.Header(evening));
        (await Day(cluster).Close(command)).Accepted.ShouldBeTrue();

        (await Day(cluster).Close(command)).Accepted.ShouldBeTrue();
        (await Day(cluster).Close(new CloseDeliveryDay(TerritoryCluster.Header(evening)))).ShouldBeRefused(
            "day.already-closed", ("at", $"{evening:O}"), ("by", "tester"));
        var tomorrow = cluster.Grains.GetGrain<IDeliveryDayGrain>(PlanKey.Of(Samples.Distributor, DeliveryRound.Tuesday.AddDays(1)));
        (await tomorrow.Close(new CloseDeliveryDay(TerritoryCluster.Header(evening)))).ShouldBeRefused("day.not-begun", ("date", "2026-03-04"));
    }

    /// <summary>Figures by hand: nine minutes on a leg planned in 100 s, ten minutes of service planned in eight.</summary>
    [Fact]
    public async Task Find_ADayWithEveryOutcome_SetsActualAgainstPlan()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 4);
        var stops = round.Trip.Stops.Select(stop => stop.Terminal.Value).ToList();
        await round.DepartAsync(TimeOfDay.At(8));
        await round.DeliverAsync(stops[0], TimeOfDay.At(8, 9), TimeOfDay.At(8, 19));
        await round.DeliverAsync(stops[2], TimeOfDay.At(8, 30), TimeOfDay.At(8, 40));
        await round.DeliverAsync(stops[1], TimeOfDay.At(22, 10), TimeOfDay.At(22, 20), RefusalReason.OutletClosed);
        var query = new DayCloseQuery(cluster.Journal);

        var out1 = (await query.FindAsync(ReadScope.WholeRegion(Samples.RegionId), DeliveryRound.Tuesday, CancellationToken.None))!.Vehicles.ShouldHaveSingleItem();
        (out1.TripsReturned, out1.Worked, out1.Driven).ShouldBe((0, null, null));
        await round.ReturnAsync(TimeOfDay.At(23));
        var close = (await query.FindAsync(ReadScope.WholeRegion(Samples.RegionId), DeliveryRound.Tuesday, CancellationToken.None))!;

        close.Distributors.ShouldBe([new DistributorClose(Samples.Distributor, false, null, null)]);
        var vehicle = close.Vehicles.ShouldHaveSingleItem();
        (vehicle.Planned, vehicle.Done, vehicle.Refused, vehicle.Unfinished, vehicle.Late).ShouldBe((4, 2, 1, 1, 1));
        (vehicle.PlannedDistance, vehicle.Driven, vehicle.Worked).ShouldBe((round.Plan.Routes[0].Distance, new Distance(12_345), Duration.FromMinutes(15 * 60)));
        var first = vehicle.Stops[0];
        (first.Travel, first.PlannedTravel, first.Service, first.PlannedService).ShouldBe(
            (Duration.FromMinutes(9), round.Trip.Stops[0].Travel, Duration.FromMinutes(10), Duration.FromMinutes(8)));
        // The others were not reached from where the plan comes from.
        vehicle.Stops.Skip(1).ShouldAllBe(stop => stop.Travel == null);
        vehicle.ServiceError.ShouldBe(200);
        vehicle.DrivingError.ShouldBe((int)Math.Round(1_000 * (540 - round.Trip.Stops[0].Travel.Seconds) / 540.0));
        close.Carried.Select(order => (order.Terminal.Value, order.Reason)).ShouldBe([(stops[1], "refused"), (stops[3], "unfinished")], ignoreOrder: true);
    }

    private static IDeliveryDayGrain Day(TerritoryCluster cluster) => cluster.Grains.GetGrain<IDeliveryDayGrain>(PlanKey.Of(Samples.Distributor, DeliveryRound.Tuesday));
}
