using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Following;

/// <summary>Looks at the clock of a live region and plans the next day after the order cut-off. What it has done is on record, so it may be put away, or the process restarted, at any time.</summary>
[GrainType("order-cut-off")]
internal sealed partial class OrderCutOffGrain(IJournal journal, RegionCatalogues catalogues, TimeProvider time, ILogger<OrderCutOffGrain> logger) : Grain, IOrderCutOffGrain, IRemindable
{
    private const string ReminderName = "look";

    /// <summary>How late after its cut-off a proposal is begun at most.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private static readonly UserId Actor = new("order-cut-off");

    private readonly Dictionary<(DistributorId Distributor, DateOnly Date), CommandResult> failures = [];

    private RegionId Region => new(this.GetPrimaryKeyString());

    public Task Arm(CancellationToken cancellationToken = default) => this.RegisterOrUpdateReminder(ReminderName, Period, Period);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            await Look();
        }
        catch (Exception failure)
        {
            // The next tick tries again, with the same command ids.
            LogFailed(failure, Region.Value);
        }
    }

    public async Task Look(CancellationToken cancellationToken = default)
    {
        if (await catalogues.FindAsync(Region, cancellationToken) is not { } catalogue)
            return;
        var now = time.GetUtcNow();
        IReadOnlyList<(DistributorFile Distributor, DateOnly Date)> due;
        IReadOnlyList<DistributorId> over;
        using (var snapshot = await journal.OpenSnapshotAsync(cancellationToken))
        {
            if (CutOffQueries.HasMarket(snapshot, Region))
                return;
            due = CutOffQueries.Due(snapshot, catalogue.Region, now);
            over = CutOffQueries.Over(snapshot, catalogue.Region, catalogue.DayOf(now));
        }

        foreach (var distributor in over)
            await CloseAsync(distributor, catalogue.DayOf(now), now, cancellationToken);
        foreach (var (distributor, date) in due)
            await ProposeAsync(distributor.Id, date, now, cancellationToken);
    }

    public Task<CutOffFailures> GetFailures(CancellationToken cancellationToken = default) =>
        Task.FromResult(new CutOffFailures([.. failures.Select(pair => new CutOffFailure(pair.Key.Distributor, pair.Key.Date, pair.Value))]));

    private async Task CloseAsync(DistributorId distributor, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = PlanKey.Of(distributor, today);
        await GrainFactory.GetGrain<IDeliveryDayGrain>(key).Close(new CloseDeliveryDay(new CommandHeader(CommandOf($"close {key}"), Actor, now)), cancellationToken);
    }

    private async Task ProposeAsync(DistributorId distributor, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = PlanKey.Of(distributor, date);
        // Seed and iterations, and no time limit: the proposal can be made again exactly.
        var options = new PlanOptions(date.DayNumber, SolveOptions.DefaultIterations, null, ByTimeOfDay: true, LearnedService: true);
        var command = new ProposeDeliveryPlan(new CommandHeader(CommandOf($"propose {key}"), Actor, now), options);
        var result = await GrainFactory.GetGrain<IDeliveryPlanGrain>(key).Propose(command, cancellationToken);
        if (result.Outcome.Accepted)
        {
            failures.Remove((distributor, date));
            return;
        }

        failures[(distributor, date)] = result.Outcome;
        foreach (var old in failures.Keys.Where(failed => failed.Date < date).ToList())
            failures.Remove(old);
    }

    /// <summary>The same intention always has the same id, whoever restarts when.</summary>
    private static CommandId CommandOf(string intention) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"territory order-cut-off {intention}")).AsSpan(0, 16)));

    [LoggerMessage(LogLevel.Error, "The order cut-off of {Region} could not be dealt with and is tried again.")]
    private partial void LogFailed(Exception failure, string region);
}
