using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Contracts.Reps;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Randomness;

namespace Territory.Grains.Market;

/// <summary>The reps' working days: from the first call to midnight's closing.</summary>
internal sealed class RepDays(MarketContext context, MarketSetup setup, Func<CommandId, IEvent, CancellationToken, Task> record)
{
    public async Task StartAsync(RepId rep, DateOnly date, DayPlans plans, CancellationToken cancellationToken)
    {
        var plan = plans.Visits.FirstOrDefault(list => list.Rep == rep);
        var at = setup.Region.ToInstant(date, plan?.Start ?? setup[rep].Shift.Start);
        var command = new StartDay(MarketContext.Header(Command(rep, date, 1), at), date, plan?.Id);
        context.Note(await context.Grains.GetGrain<IRepGrain>(rep.Value).StartDay(command, cancellationToken), nameof(StartDay), rep.Value);
    }

    /// <summary>Ends every day that is going on, with the way to the outlets that were visited, and records that the market's day is over.</summary>
    public async ValueTask CloseAsync(DayClosing closing, DayPlans plans, CancellationToken cancellationToken)
    {
        var ended = await EndsAsync(closing.Date, cancellationToken);
        foreach (var rep in setup.Reps)
        {
            var grain = context.Grains.GetGrain<IRepGrain>(rep.Id.Value);
            if ((await grain.GetSnapshot(cancellationToken))?.WorkingDay != closing.Date)
                continue;
            var (end, visited) = ended.GetValueOrDefault(rep.Id.Value, (setup.Region.ToInstant(closing.Date, rep.Shift.End), []));
            var plan = plans.Visits.FirstOrDefault(list => list.Rep == rep.Id);
            var travelled = plan is null ? 0 : plan.Visits.Where(visit => visited.Contains(visit.Terminal.Value)).Sum(visit => visit.Leg.Meters) + ReturnLeg(plan);
            var command = new EndDay(MarketContext.Header(Command(rep.Id, closing.Date, 2), end), closing.Date, new Distance(travelled));
            context.Note(await grain.EndDay(command, cancellationToken), nameof(EndDay), rep.Id.Value);
        }

        await record(closing.Command, new MarketDayClosed(closing.Date, setup.Region.ToInstant(closing.Date, TimeOfDay.EndOfDay)), cancellationToken);
    }

    private static int ReturnLeg(Model.Plans.VisitPlan plan) => plan.Distance.Meters - plan.Visits.Sum(visit => visit.Leg.Meters);

    private CommandId Command(RepId rep, DateOnly date, int number) =>
        CommandIdentity.For(setup.Seed, DrawPurpose.StartVisitCommand, EntityKey.Of(rep), date, number);

    private async Task<Dictionary<string, (DateTimeOffset End, HashSet<string> Visited)>> EndsAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<string, (DateTimeOffset, HashSet<string>)>(StringComparer.Ordinal);
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query(
            "SELECT rep, terminal, ended_at FROM visits WHERE region = ?1 AND day = ?2 AND ended_at IS NOT NULL ORDER BY position",
            setup.Region.Id.Value, date.DayNumber);
        while (rows.Read())
        {
            var end = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2));
            var visited = ends.TryGetValue(rows.GetString(0), out var known) ? known.Item2 : [];
            visited.Add(rows.GetString(1));
            ends[rows.GetString(0)] = (known.Item1 > end ? known.Item1 : end, visited);
        }

        return ends;
    }
}
