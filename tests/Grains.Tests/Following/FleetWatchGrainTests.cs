using Territory.Contracts.Following;
using Territory.Contracts.Territories;
using Territory.Grains.Following;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Following;

public sealed class FleetWatchGrainTests
{
    [Fact]
    public async Task GetFollowing_BeforeTheDay_IsThePlan()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 4);

        var following = await FollowAsync(cluster, TimeOfDay.At(5));

        var route = following.Distributors.ShouldHaveSingleItem().Routes.ShouldHaveSingleItem();
        route.Stops.Select(stop => (stop.Terminal, stop.Arrival, stop.Departure)).ShouldBe(round.Trip.Stops.Select(stop => (stop.Terminal, stop.Arrival, stop.Departure)));
        route.Return.ShouldBe(round.Trip.Return);
        following.LateRisks.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetFollowing_LeftAtNightfall_NamesTheLateStopsTheLatestFirst()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 4);
        // The shops close at 22:00, and each takes 6 + 2 minutes: the first is just met.
        await round.DepartAsync(TimeOfDay.At(21, 50));

        var following = await FollowAsync(cluster, TimeOfDay.At(21, 50));

        var stops = following.Distributors[0].Routes[0].Stops;
        var first = TimeOfDay.At(21, 50) + round.Trip.Stops[0].Travel;
        stops[0].Arrival.ShouldBe(first);
        stops[1].Arrival.ShouldBe(first + Duration.FromMinutes(8) + round.Trip.Stops[1].Travel);
        following.LateRisks.Select(risk => risk.Stop.Terminal).ShouldBe(stops.Where(stop => stop.ServiceStart > TimeOfDay.At(22)).Reverse().Select(stop => stop.Terminal));
        following.LateRisks.Count.ShouldBeGreaterThan(1);
        following.LateRisks.ShouldAllBe(risk => risk.Vehicle == Samples.Vehicle && risk.Distributor == Samples.Distributor && risk.Stop.Late == risk.Stop.ServiceStart - TimeOfDay.At(22));
        // The shift ends at 18:00.
        following.Distributors[0].Routes[0].AfterShift.ShouldBe(following.Distributors[0].Routes[0].Return - TimeOfDay.At(18));
    }

    [Fact]
    public async Task TakePositions_AtAStopWithoutAReport_ShowsItThereAndGoesOnFromThen()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 3);
        await round.DepartAsync(TimeOfDay.At(9));
        var first = round.Trip.Stops[0];
        var place = DeliveryRound.East(int.Parse(first.Terminal.Value[1..], System.Globalization.CultureInfo.InvariantCulture));

        // It reached the first stop at 9:30 and stands there.
        for (var minute = 30; minute <= 34; minute++)
            await ReportAsync(cluster, TimeOfDay.At(9, minute), place);
        var following = await FollowAsync(cluster, TimeOfDay.At(9, 34));

        var stop = following.Distributors[0].Routes[0].Stops[0];
        (stop.State, stop.Arrival, stop.Departure).ShouldBe((StopState.There, TimeOfDay.At(9, 30), TimeOfDay.At(9, 38)));
        following.Distributors[0].Routes[0].Stops[1].Arrival.ShouldBe(TimeOfDay.At(9, 38) + round.Trip.Stops[1].Travel);
        var notice = following.Notices.ShouldHaveSingleItem();
        (notice.Kind, notice.Terminal, notice.Since, notice.Vehicle).ShouldBe((NoticeKind.Arrived, first.Terminal, TimeOfDay.At(9, 30), Samples.Vehicle));
        following.Seen.ShouldHaveSingleItem().Location.MetersTo(place).ShouldBeLessThan(0.1);
    }

    [Fact]
    public async Task TakePositions_HalfWayAndLate_MovesTheArrivalByTheWayThatIsLeft()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 1);
        await round.DepartAsync(TimeOfDay.At(9));

        // Half of the kilometre is left at 9:20; the straight line at 36 km/h takes 100 s for all of it.
        await ReportAsync(cluster, TimeOfDay.At(9, 20), DeliveryRound.East(0.5));
        var following = await FollowAsync(cluster, TimeOfDay.At(9, 20));

        following.Distributors[0].Routes[0].Stops[0].Arrival.Seconds.ShouldBeInRange(TimeOfDay.At(9, 20).Seconds + 49, TimeOfDay.At(9, 20).Seconds + 51);
    }

    [Fact]
    public async Task TakePositions_StandingNowhereForLong_IsANoticeThatADispatcherAcknowledges()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 1);
        await round.DepartAsync(TimeOfDay.At(9));
        for (var minute = 0; minute <= 20; minute++)
            await ReportAsync(cluster, TimeOfDay.At(10, minute), DeliveryRound.East(-2));

        var notice = (await FollowAsync(cluster, TimeOfDay.At(10, 20))).Notices.ShouldHaveSingleItem();
        (notice.Kind, notice.Since, notice.IsAcknowledged).ShouldBe((NoticeKind.LongStop, TimeOfDay.At(10), false));
        (await Watch(cluster).Acknowledge(new AcknowledgeNotice(DeliveryRound.Header(1, 10), notice.Number))).Accepted.ShouldBeTrue();
        (await Watch(cluster).Acknowledge(new AcknowledgeNotice(DeliveryRound.Header(1, 10), 99))).ShouldBeRefused("notice.unknown", ("notice", "99"));

        // It drives on: the same notice has an end, and stays seen.
        await ReportAsync(cluster, TimeOfDay.At(10, 21), DeliveryRound.East(-1));
        await ReportAsync(cluster, TimeOfDay.At(10, 22), DeliveryRound.East(-0.5));
        var ended = (await FollowAsync(cluster, TimeOfDay.At(10, 22))).Notices.ShouldHaveSingleItem();
        (ended.Number, ended.IsAcknowledged, ended.Lasted).ShouldBe((notice.Number, true, Duration.FromMinutes(21)));
    }

    [Fact]
    public async Task TakePositions_OfTheNextDay_StartsAnewAndKeepsTheLastForItsTracks()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await DeliveryRound.PlannedAsync(cluster, 1);
        await ReportAsync(cluster, TimeOfDay.At(23, 59), DeliveryRound.East(1));

        await Watch(cluster).TakePositions(new PositionReport(Samples.At(2, 0, 1), [Mover(DeliveryRound.East(2))]));
        await ReportAsync(cluster, TimeOfDay.At(23, 59), DeliveryRound.East(3));

        async Task<GeoPoint> OnlyFixAsync(DateOnly date) => (await Watch(cluster).GetTracks(new AskForTracks(date))).Tracks.ShouldHaveSingleItem().Fixes.ShouldHaveSingleItem().Location;
        (await OnlyFixAsync(DeliveryRound.Tuesday.AddDays(1))).ShouldBe(DeliveryRound.East(2));
        (await OnlyFixAsync(DeliveryRound.Tuesday)).ShouldBe(DeliveryRound.East(1));
        (await Watch(cluster).GetTracks(new AskForTracks(DeliveryRound.Tuesday.AddDays(-1)))).Tracks.ShouldBeEmpty();
    }

    /// <summary>A screen of last night must not acknowledge this morning's first notice.</summary>
    [Fact]
    public async Task TakePositions_OfTheNextDay_NumbersItsNoticesOn()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var round = await DeliveryRound.PlannedAsync(cluster, 1);
        await round.DepartAsync(TimeOfDay.At(9));
        for (var minute = 0; minute <= 20; minute++)
            await ReportAsync(cluster, TimeOfDay.At(10, minute), DeliveryRound.East(-2));
        var old = (await FollowAsync(cluster, TimeOfDay.At(10, 20))).Notices.ShouldHaveSingleItem().Number;

        for (var minute = 0; minute <= 20; minute++)
            await Watch(cluster).TakePositions(new PositionReport(Samples.At(2, 10, minute), [Mover(DeliveryRound.East(-2))]));

        var next = (await Watch(cluster).GetFollowing(new FollowDay(DeliveryRound.Tuesday.AddDays(1), Samples.At(2, 10, 20))))!.Notices;
        next.ShouldAllBe(notice => notice.Number > old);
        (await Watch(cluster).Acknowledge(new AcknowledgeNotice(DeliveryRound.Header(2, 11), old))).ShouldBeRefused("notice.unknown", ("notice", $"{old}"));
    }

    [Fact]
    public async Task ReportPositions_ToTheTerritory_ReachTheWatch()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var territory = cluster.Grains.GetGrain<ITerritoryGrain>("r");

        await territory.ReportPositions(new PositionReport(Samples.At(1, 9), [Mover(DeliveryRound.East(2))]));
        // One-way calls end somewhere; a call after them to each grain comes behind them.
        await territory.GetSnapshot();

        (await Watch(cluster).GetTracks(new AskForTracks(DeliveryRound.Tuesday))).Tracks.ShouldHaveSingleItem().Vehicle.ShouldBe(Samples.Vehicle);
    }

    [Fact]
    public void Put_MoreNoticesThanAreKept_LetsTheOldestGo()
    {
        var list = new NoticeList();
        for (var second = 0; second < NoticeList.MostKept + 10; second++)
            list.Put(new FleetNotice(NoticeKind.Arrived, Samples.Vehicle, new TimeOfDay(second), default));

        list.Newest.Count.ShouldBe(NoticeList.MostKept);
        list.Newest[0].Number.ShouldBe(NoticeList.MostKept + 10);
        list.Newest[^1].Since.Seconds.ShouldBe(10);
    }

    private static IFleetWatchGrain Watch(TerritoryCluster cluster) => cluster.Grains.GetGrain<IFleetWatchGrain>("r");

    private static async Task<FleetFollowing> FollowAsync(TerritoryCluster cluster, TimeOfDay now) =>
        (await Watch(cluster).GetFollowing(new FollowDay(DeliveryRound.Tuesday, DeliveryRound.At(now)))).ShouldNotBeNull();

    private static Task ReportAsync(TerritoryCluster cluster, TimeOfDay at, GeoPoint place) =>
        Watch(cluster).TakePositions(new PositionReport(DeliveryRound.At(at), [Mover(place)]));

    private static MoverPosition Mover(GeoPoint place) => new(MoverKind.Vehicle, "V1", place.Longitude, place.Latitude, 0, MoverActivity.Travelling);
}
