using Territory.Contracts.Plans;
using Territory.Contracts.Schedules;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Schedules;
using Territory.Model.Visits;
using Territory.ReadModel.Schedules;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Schedules;

public sealed class DeliveryScheduleGrainTests
{
    private static readonly ScheduleOptions Short = new(Samples.Monday.AddDays(1), 7, ReplenishmentPolicy.MaximumLevel, 14, Seed: 1, Iterations: 20, TimeLimit: null);

    /// <summary>Goes on until it is stopped.</summary>
    private static readonly ScheduleOptions Long = Short with { Iterations = null, TimeLimit = new Duration(3_600) };

    [Fact]
    public async Task Schedule_AfterARestart_IsListedAndTheSame()
    {
        await using var cluster = await StartAsync();
        var run = await EndedAsync(cluster, await BeginAsync(cluster, Short));
        var made = (await Schedules(cluster).GetSchedule(run.Run)).Schedule.ShouldNotBeNull();
        // What is made of stock that lasts a day for an outlet that sells every day: it is served.
        made.Trips.ShouldNotBeEmpty();

        await cluster.CrashAndRestartAsync();

        var listed = (await Schedules(cluster).GetRuns()).Runs.ShouldHaveSingleItem();
        listed.ShouldBe(run);
        (listed.Status, listed.Iterations, listed.Options, listed.By).ShouldBe((RunStatus.Done, made.Iterations, Short, new UserId("tester")));
        listed.Cost.ShouldBe(made.TravelCost + made.HoldingCost + made.StockOutCost);
        TextOf((await Schedules(cluster).GetSchedule(run.Run)).Schedule!).ShouldBe(TextOf(made));
    }

    [Fact]
    public async Task Run_GoingOnWhenTheProcessEnds_IsListedAsInterruptedAndCanBeRunAgain()
    {
        await using var cluster = await StartAsync();
        var run = await BeginAsync(cluster, Long);
        await UntilAsync(cluster, run, progress => progress.Status == RunStatus.Running);

        await cluster.CrashAndRestartAsync();

        var interrupted = (await Schedules(cluster).GetRuns()).Runs.ShouldHaveSingleItem();
        (interrupted.Run, interrupted.Status, interrupted.RefusalCode, interrupted.Options).ShouldBe((run, RunStatus.Failed, "run.interrupted", Long));
        (await Schedules(cluster).GetSchedule(run)).Outcome.ShouldBeRefused("run.interrupted");
        var again = await EndedAsync(cluster, await BeginAsync(cluster, interrupted.Options with { Iterations = 20, TimeLimit = null }));
        (await Schedules(cluster).GetRuns()).Runs.Select(each => each.Status).ShouldBe([RunStatus.Failed, RunStatus.Done]);
        TextOf((await Schedules(cluster).GetSchedule(again.Run)).Schedule!)
            .ShouldBe(TextOf((await Schedules(cluster).GetSchedule((await EndedAsync(cluster, await BeginAsync(cluster, Short))).Run)).Schedule!));
    }

    [Fact]
    public async Task Start_SentAgainAfterARestart_StartsNoOther()
    {
        await using var cluster = await StartAsync();
        var command = new StartSchedule(TerritoryCluster.Header(Samples.At(0, 18)), Short);
        var run = (await Schedules(cluster).Start(command)).Run!.Run;
        var ended = await EndedAsync(cluster, run);
        await cluster.CrashAndRestartAsync();

        (await Schedules(cluster).Start(command)).Run.ShouldBe(ended);
        (await Schedules(cluster).GetRuns()).Runs.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_StoppedWhileItWaits_HasFailedAlsoAfterARestart()
    {
        await using var cluster = await StartAsync();
        var first = await BeginAsync(cluster, Long);
        await UntilAsync(cluster, first, progress => progress.Status == RunStatus.Running);
        var waiting = await BeginAsync(cluster, Long);
        (await Schedules(cluster).Start(new StartSchedule(TerritoryCluster.Header(Samples.At(0, 18)), Long))).Outcome.ShouldBeRefused("run.too-many", ("most", "2"));

        // The one thread is the first run's; the other leaves the queue when its turn comes.
        (await StopAsync(cluster, waiting)).ShouldBeAccepted();
        (await StopAsync(cluster, first)).ShouldBeAccepted();
        (await EndedAsync(cluster, first)).Status.ShouldBe(RunStatus.Done);
        (await EndedAsync(cluster, waiting)).RefusalCode.ShouldBe("run.stopped");
        await cluster.CrashAndRestartAsync();

        (await Schedules(cluster).GetRuns()).Runs.Select(run => run.RefusalCode).ShouldBe([null, "run.stopped"]);
        (await StopAsync(cluster, "none")).ShouldBeRefused("run.unknown", ("run", "none"));
    }

    [Fact]
    public async Task Runs_BeyondThoseKept_PushTheOldestOut()
    {
        await using var cluster = await StartAsync();
        var first = await EndedAsync(cluster, await BeginAsync(cluster, Short with { Iterations = 0, Days = 1 }));
        for (var i = 0; i < DeliveryScheduleState.MostRuns; i++)
            await EndedAsync(cluster, await BeginAsync(cluster, Short with { Iterations = 0, Days = 1 }));

        var listed = (await Schedules(cluster).GetRuns()).Runs;

        listed.Count.ShouldBe(DeliveryScheduleState.MostRuns);
        listed.ShouldNotContain(run => run.Run == first.Run);
        (await Schedules(cluster).GetSchedule(first.Run)).Outcome.ShouldBeRefused("run.unknown", ("run", first.Run));
        (await DeliverySchedules.FindAsync(cluster.Journal, Samples.Distributor, first.Run, CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>An outlet that holds two cases and sells one a day.</summary>
    private static async Task<TerritoryCluster> StartAsync()
    {
        var cluster = await TerritoryCluster.StartWithRegionAsync();
        var outlet = await cluster.RegisterTerminalAsync();
        (await outlet.SetOpeningStock(new SetOpeningStock(TerritoryCluster.Header(Samples.At(0, 6)), [new StockCountLine(Samples.ProductId(1), new Units(36))]))).ShouldBeAccepted();
        (await outlet.SettleSales(new SettleSales(
            TerritoryCluster.Header(Samples.At(0, 18)), Samples.At(0, 0), Samples.At(0, 18), 0, [new DemandLine(Samples.ProductId(1), new Units(12))]))).ShouldBeAccepted();
        return cluster;
    }

    private static IDeliveryScheduleGrain Schedules(TerritoryCluster cluster) => cluster.Grains.GetGrain<IDeliveryScheduleGrain>(Samples.Distributor.Value);

    private static async Task<string> BeginAsync(TerritoryCluster cluster, ScheduleOptions options)
    {
        var started = await Schedules(cluster).Start(new StartSchedule(TerritoryCluster.Header(Samples.At(0, 18)), options));
        started.Outcome.ShouldBeAccepted();
        return started.Run!.Run;
    }

    private static Task<Contracts.CommandResult> StopAsync(TerritoryCluster cluster, string run) =>
        Schedules(cluster).Stop(new StopSchedule(TerritoryCluster.Header(Samples.At(0, 18)), run));

    private static Task<ScheduleProgress> EndedAsync(TerritoryCluster cluster, string run) =>
        UntilAsync(cluster, run, progress => progress.Status is RunStatus.Done or RunStatus.Failed);

    private static async Task<ScheduleProgress> UntilAsync(TerritoryCluster cluster, string run, Func<ScheduleProgress, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var progress = (await Schedules(cluster).GetRuns()).Runs.Single(each => each.Run == run);
            if (isSo(progress))
                return progress;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static string TextOf(DeliverySchedule schedule) => CompactJson.Text(schedule, MessageJsonContext.Default.DeliverySchedule);
}
