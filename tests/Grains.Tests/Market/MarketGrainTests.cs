using Microsoft.Extensions.Logging.Abstractions;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Market;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Grains.Market;
using Territory.Grains.Tests.Fixtures;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.ReadModel.Tests.Fixtures;
using Territory.Simulation.Market.Reports;

namespace Territory.Grains.Tests.Market;

/// <summary>The live market against the batch world, an implementation of the same days in arrays.</summary>
public sealed class MarketGrainTests
{
    [Fact]
    public async Task Advance_ThreeDays_AgreesExactlyWithTheBatchRun()
    {
        var market = new MiniMarket(terminals: 40);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);

        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(3));

        var batch = await market.RunBatchAsync(days: 3);
        (await market.LiveFiguresAsync(cluster)).ShouldBe(market.BatchFigures(batch));
        // The days must have had everything in them.
        batch.Figures.Drops.ShouldBeGreaterThan(0);
        batch.Figures.VisitsDone.ShouldBeGreaterThan(0);
        batch.Figures.Paid.MinorUnits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Advance_WithACrashInTheMiddleOfTheDay_ChangesNothing()
    {
        var market = new MiniMarket(terminals: 24);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);

        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(1));
        foreach (var (hour, minute) in new[] { (8, 31), (9, 47), (13, 5), (20, 1) })
        {
            await MiniMarket.AdvanceAsync(cluster, Samples.At(1, hour, minute));
            await cluster.CrashAndRestartAsync();
        }

        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(3));

        (await market.LiveFiguresAsync(cluster)).ShouldBe(market.BatchFigures(await market.RunBatchAsync(days: 3)));
    }

    [Fact]
    public async Task Advance_ToAMoment_StopsTheClockThere()
    {
        var market = new MiniMarket(terminals: 6);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);

        await MiniMarket.AdvanceAsync(cluster, Samples.At(0, 10, 30));

        var clock = (await MiniMarket.MarketOf(cluster).GetClock()).ShouldNotBeNull();
        clock.Now.ShouldBe(Samples.At(0, 10, 30));
        clock.Running.ShouldBeFalse();
        clock.Seed.ShouldBe(MiniMarket.Seed);
    }

    [Fact]
    public async Task Advance_OverADay_RecordsTripsShipmentsAndWorkingDays()
    {
        var market = new MiniMarket(terminals: 24);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);

        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(2));

        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        Count("SELECT count(*) FROM trips WHERE returned_at IS NOT NULL").ShouldBeGreaterThan(0);
        Count("SELECT count(*) FROM trips WHERE returned_at IS NULL").ShouldBe(0);
        Count("SELECT count(*) FROM rep_days WHERE ended_at IS NOT NULL").ShouldBe(4);
        Count("SELECT count(*) FROM visits WHERE planned = 0").ShouldBe(0);
        // 进出相符: what the depot holds is what came in less what went out.
        Count("SELECT sum(cases) FROM depot_stock").ShouldBe(
            Count("SELECT coalesce(sum(CASE kind WHEN 'shipped' THEN -cases ELSE cases END), 0) FROM goods_movements"));
        Count("SELECT min(cases) FROM depot_stock").ShouldBeGreaterThanOrEqualTo(0);

        long Count(string sql)
        {
            using var rows = snapshot.Query(sql);
            return rows.Read() ? rows.GetInt64(0) : 0;
        }
    }

    [Fact]
    public async Task Departure_AgainstTheDriversObjection_MovesNothingUntilItIsTakenBack()
    {
        var market = new MiniMarket(terminals: 24);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);
        await MiniMarket.AdvanceAsync(cluster, Samples.At(1, 1));
        var day = MiniMarket.FirstDay.AddDays(1);
        var issued = await CountsAsync(cluster, "SELECT count(*) FROM dispatch_orders WHERE day = ?1", day.DayNumber);
        issued.ShouldBeGreaterThan(0);

        await AnswerAllAsync("the bridge is closed");
        var shipped = await CountsAsync(cluster, "SELECT count(*) FROM goods_movements WHERE kind = 'shipped'");
        await MiniMarket.AdvanceAsync(cluster, Samples.At(1, 9));

        (await CountsAsync(cluster, "SELECT count(*) FROM trips WHERE day = ?1", day.DayNumber)).ShouldBe(0);
        (await CountsAsync(cluster, "SELECT count(*) FROM deliveries WHERE day = ?1", day.DayNumber)).ShouldBe(0);
        (await CountsAsync(cluster, "SELECT count(*) FROM goods_movements WHERE kind = 'shipped'")).ShouldBe(shipped);

        await AnswerAllAsync(null);
        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(2));

        (await CountsAsync(cluster, "SELECT count(DISTINCT vehicle) FROM trips WHERE day = ?1", day.DayNumber)).ShouldBe(issued);
        (await CountsAsync(cluster, "SELECT min(departed_at) FROM trips WHERE day = ?1", day.DayNumber)).ShouldBeGreaterThanOrEqualTo(Samples.At(1, 9).ToUnixTimeMilliseconds());
        (await CountsAsync(cluster, "SELECT count(*) FROM goods_movements WHERE kind = 'shipped'")).ShouldBeGreaterThan(shipped);

        async Task AnswerAllAsync(string? objection)
        {
            foreach (var vehicle in market.Vehicles)
            {
                var order = cluster.Grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(vehicle.Id, day));
                if (await order.GetSnapshot() is { } snapshot)
                    (await order.Answer(new AnswerDispatchOrder(TerritoryCluster.Header(Samples.At(1, 5)), snapshot.Order.Version, objection))).Accepted.ShouldBeTrue();
            }
        }
    }

    /// <summary>A crash between the departure and the depot's books leaves the departure alone on record; the day sends it again when it resumes.</summary>
    [Fact]
    public async Task Departure_SentAgainAfterACrashInTheMiddle_ShipsTheGoodsOnce()
    {
        var market = new MiniMarket(terminals: 24);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);
        await MiniMarket.AdvanceAsync(cluster, Samples.At(1, 1));
        var day = MiniMarket.FirstDay.AddDays(1);
        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        var plans = DayPlanQueries.Read(snapshot, Samples.Region, day);
        var route = plans.Deliveries[0].Routes[0];
        var departure = new TripDeparture(
            CommandId.New(), route.Vehicle, market.Distributor.Id, day, 0, route.Trips[0].Departure, [.. route.Trips[0].Stops.SelectMany(stop => stop.Orders)]);
        var header = MarketContext.Header(departure.Command, Samples.Region.ToInstant(day, departure.At));
        var command = new DepartTrip(header, plans.Deliveries[0].Id, 0, day, departure.Orders);
        (await cluster.Grains.GetGrain<IVehicleGrain>(route.Vehicle.Value).DepartTrip(command)).Accepted.ShouldBeTrue();
        var before = await ShippedAsync();

        var calls = new TripCalls(new MarketContext(cluster.Grains, cluster.Journal, new ChangeBoard(), NullLogger.Instance), market.Setup());
        (await calls.DepartAsync(departure, plans, CancellationToken.None)).ShouldBeTrue();
        (await calls.DepartAsync(departure, plans, CancellationToken.None)).ShouldBeTrue();

        var loaded = plans.Orders.Where(order => departure.Orders.Contains(order.Id)).Sum(order => order.Lines.Sum(line => line.Cases.Count));
        (await ShippedAsync() - before).ShouldBe(loaded);

        Task<long> ShippedAsync() => CountsAsync(cluster, "SELECT coalesce(sum(cases), 0) FROM goods_movements WHERE kind = 'shipped'");
    }

    [Fact]
    public async Task ReadModel_AfterADayWithACrash_EqualsItsRecomputationFromTheJournal()
    {
        var market = new MiniMarket(terminals: 12);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);
        await MiniMarket.AdvanceAsync(cluster, Samples.At(0, 11));
        await cluster.CrashAndRestartAsync();
        await MiniMarket.AdvanceAsync(cluster, MiniMarket.Midnight(2));

        var verification = await cluster.Journal.VerifyAsync();

        verification.Defects.ShouldBeEmpty();
        verification.IsSound.ShouldBeTrue();
        verification.TableRows.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Resume_AtFullSpeed_TellsPositionsUntilItIsPaused()
    {
        var market = new MiniMarket(terminals: 6);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);
        await MiniMarket.AdvanceAsync(cluster, Samples.At(0, 9));
        var grain = MiniMarket.MarketOf(cluster);
        var watcher = new Watcher(until: Samples.At(0, 9, 10));
        await cluster.Grains.GetGrain<ITerritoryGrain>("r").Watch(cluster.Grains.CreateObjectReference<ITerritoryObserver>(watcher));

        (await grain.SetSpeed(new SetMarketSpeed(TerritoryCluster.Header(Samples.At(0, 9)), 1000))).Accepted.ShouldBeTrue();
        (await grain.Resume(new ResumeMarket(TerritoryCluster.Header(Samples.At(0, 9))))).Accepted.ShouldBeTrue();
        var report = await watcher.Seen.WaitAsync(TimeSpan.FromSeconds(30));
        (await grain.Pause(new PauseMarket(TerritoryCluster.Header(Samples.At(0, 9))))).Accepted.ShouldBeTrue();

        report.Movers.Count.ShouldBe(4);
        var paused = (await grain.GetClock())!;
        paused.Running.ShouldBeFalse();
        paused.Now.ShouldBeGreaterThanOrEqualTo(report.At);
        (await grain.GetClock())!.Now.ShouldBe(paused.Now);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public async Task SetSpeed_OutOfRange_IsRefused(double speed)
    {
        var market = new MiniMarket(terminals: 1);
        await using var cluster = await TerritoryCluster.StartAsync();
        await market.FoundAsync(cluster);

        var result = await MiniMarket.MarketOf(cluster).SetSpeed(new SetMarketSpeed(TerritoryCluster.Header(Samples.At(0, 0)), speed));

        result.RefusalCode.ShouldBe("market.speed");
    }

    [Fact]
    public async Task GetClock_OfARegionWithoutAMarket_IsNull()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await MiniMarket.MarketOf(cluster).GetClock()).ShouldBeNull();
        (await MiniMarket.MarketOf(cluster).Resume(new ResumeMarket(TerritoryCluster.Header(Samples.At(0, 0))))).RefusalCode.ShouldBe("market.not-open");
    }

    private static async Task<long> CountsAsync(TerritoryCluster cluster, string sql, params SqlValue[] values)
    {
        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        using var rows = snapshot.Query(sql, values);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    private sealed class Watcher(DateTimeOffset until) : ITerritoryObserver
    {
        private readonly TaskCompletionSource<PositionReport> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<PositionReport> Seen => seen.Task;

        public Task PositionsReported(PositionReport report)
        {
            if (report.At >= until)
                seen.TrySetResult(report);
            return Task.CompletedTask;
        }

        public Task RunAnnounced(Contracts.Plans.RunNews news) => Task.CompletedTask;
    }
}
