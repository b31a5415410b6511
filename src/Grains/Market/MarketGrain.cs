using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Market;

namespace Territory.Grains.Market;

/// <summary>The simulated market of one region: keeps the clock and drives the live actors with the simulator's market day.</summary>
[GrainType("market")]
internal sealed partial class MarketGrain(
    IJournal journal, RegionCatalogues catalogues, RegionRoads roads, SolverPool pool, ChangeBoard board, TimeProvider time, ILogger<MarketGrain> logger)
    : JournaledActor<MarketState>(journal), IMarketGrain
{
    /// <summary>Ten steps a second, which is also how often positions are told at most.</summary>
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>How long one tick may work before commands to the market get their turn.</summary>
    private static readonly TimeSpan TickBudget = TimeSpan.FromMilliseconds(400);

    /// <summary>The clock is recorded this often; what has happened since is on the actors' record anyway.</summary>
    private static readonly TimeSpan CheckpointPeriod = TimeSpan.FromSeconds(10);

    private readonly MarketPace pace = new(time);
    private MarketRunner? runner;
    private IGrainTimer? timer;
    private long checkpointStamp;
    private double trueSpeed;
    private bool isAdvancing;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State is { Running: true })
            StartTicking();
    }

    public async Task<CommandResult> Open(OpenMarket command, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(new RegionId(Id), cancellationToken);
        return await ExecuteAsync(command, state => MarketDecisions.Open(state, command, catalogue), cancellationToken);
    }

    public async Task<CommandResult> SetSpeed(SetMarketSpeed command, CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(command, state => MarketDecisions.SetSpeed(state, command, Now), cancellationToken);
        Repace();
        return result;
    }

    public async Task<CommandResult> Pause(PauseMarket command, CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(command, state => MarketDecisions.Pause(state, Now), cancellationToken);
        Repace();
        return result;
    }

    public async Task<CommandResult> Resume(ResumeMarket command, CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(command, state => MarketDecisions.Resume(state, Now), cancellationToken);
        Repace();
        return result;
    }

    public async Task<CommandResult> Advance(AdvanceMarket command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return first;
        if (State is not null)
        {
            isAdvancing = true;
            try
            {
                await (await RunnerAsync(cancellationToken)).AdvanceAsync(command.Until, cancellationToken);
            }
            finally
            {
                isAdvancing = false;
                Repace();
            }
        }

        return await ExecuteAsync(command, state => MarketDecisions.Record(state, new MarketAdvanced(Now)), cancellationToken);
    }

    public Task<MarketClock?> GetClock(CancellationToken cancellationToken = default) => Task.FromResult(
        State is { } state ? new MarketClock(Now, state.Speed, state.Running ? trueSpeed : 0, state.Running, state.Seed, !isAdvancing) : null);

    /// <summary>Where the clock is; between records it runs ahead of the state.</summary>
    private DateTimeOffset Now => runner?.Now ?? State?.Now ?? default;

    private void Repace()
    {
        if (State is not { Running: true } state)
        {
            timer?.Dispose();
            timer = null;
            trueSpeed = 0;
            return;
        }

        pace.Start(Now, state.Speed);
        trueSpeed = state.Speed;
        if (timer is null)
            StartTicking();
    }

    private void StartTicking()
    {
        pace.Start(Now, State!.Speed);
        checkpointStamp = time.GetTimestamp();
        timer = this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(TickPeriod, TickPeriod) { KeepAlive = true });
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (runner is null)
            {
                // Getting ready takes a while that the clock need not make up for.
                await RunnerAsync(cancellationToken);
                pace.Start(Now, State!.Speed);
            }

            var current = await RunnerAsync(cancellationToken);
            await current.StepTowardsAsync(pace.DueFrom(Now), TickBudget, cancellationToken);
            trueSpeed = pace.Reached(Now);
            await GrainFactory.GetGrain<ITerritoryGrain>(Id).ReportPositions(current.Positions(cancellationToken));
            if (time.GetElapsedTime(checkpointStamp) > CheckpointPeriod)
            {
                await RecordAsync(CommandId.New(), new MarketAdvanced(Now), cancellationToken);
                checkpointStamp = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The market is being put away; the clock goes on from the record when it wakes.
        }
        catch (Exception failure)
        {
            // The market day keeps what failed and sends it again at the next tick.
            LogFailed(failure, Id);
        }
    }

    private async ValueTask<MarketRunner> RunnerAsync(CancellationToken cancellationToken) => runner ??= await MarketRunner.OpenAsync(
        new MarketContext(GrainFactory, Journal, board, logger), catalogues, roads, pool, time, new RegionId(Id), () => State!, RecordAsync, cancellationToken);

    private async Task RecordAsync(CommandId id, IEvent happened, CancellationToken cancellationToken)
    {
        var command = new MarketRecord(MarketContext.Header(id, Now));
        await ExecuteAsync(command, state => MarketDecisions.Record(state, happened), cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The market of {Region} could not take a step and tries again.")]
    private partial void LogFailed(Exception failure, string region);

    /// <summary>What the market records by itself.</summary>
    private sealed record MarketRecord(CommandHeader Header) : ICommand;
}
