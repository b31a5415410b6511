using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Terminals;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>How far the sales of each outlet are settled today. Rows are the setup's terminals.</summary>
internal sealed class SalesClock
{
    private readonly IMarketWorld world;
    private readonly DateOnly date;
    private readonly DayProfile?[] profiles;
    private readonly TimeOfDay[] settledUntil;
    private readonly int[] intervals;

    public SalesClock(IMarketWorld world, DateOnly date, DayProgress progress)
    {
        this.world = world;
        this.date = date;
        var terminals = world.Setup.Terminals;
        profiles = new DayProfile?[terminals.Count];
        settledUntil = new TimeOfDay[terminals.Count];
        intervals = new int[terminals.Count];
        for (var row = 0; row < profiles.Length; row++)
        {
            if (terminals[row].Status == TerminalStatus.Active)
                profiles[row] = DayProfile.Of(terminals[row], date);
        }

        foreach (var terminal in progress.Terminals)
        {
            var row = world.Setup.IndexOf(terminal.Terminal);
            if (row >= 0)
                (settledUntil[row], intervals[row]) = (terminal.SettledUntil, terminal.Intervals);
        }
    }

    /// <summary>The outlet's hours today; null when it is unknown or does not trade.</summary>
    public DayProfile? ProfileOf(TerminalId terminal)
    {
        var row = world.Setup.IndexOf(terminal);
        return row < 0 ? null : profiles[row];
    }

    /// <summary>Rows by closing time, in its order, of the outlets that open today and are not yet settled to the end.</summary>
    public IEnumerable<IGrouping<TimeOfDay, int>> Closings() => Enumerable.Range(0, profiles.Length)
        .Where(row => profiles[row] is { IsClosedAllDay: false } profile && settledUntil[row] < profile.Closes)
        .GroupBy(row => profiles[row]!.Closes)
        .OrderBy(group => group.Key);

    public async ValueTask SettleAsync(TerminalId terminal, TimeOfDay at, CancellationToken cancellationToken)
    {
        if (IntervalUntil(world.Setup.IndexOf(terminal), at) is not { } interval)
            return;
        await world.SettleSalesAsync(interval, cancellationToken);
        Advance(interval);
    }

    public async ValueTask SettleManyAsync(IReadOnlyList<int> rows, TimeOfDay at, CancellationToken cancellationToken)
    {
        var due = new List<SalesInterval>(rows.Count);
        foreach (var row in rows)
        {
            if (IntervalUntil(row, at) is { } interval)
                due.Add(interval);
        }

        if (due.Count == 0)
            return;
        await world.SettleManyAsync(due, cancellationToken);
        due.ForEach(Advance);
    }

    /// <summary>What is to be settled up to a time; null when the outlet was not open since the last settlement.</summary>
    private SalesInterval? IntervalUntil(int row, TimeOfDay at)
    {
        if (row < 0 || profiles[row] is not { } profile)
            return null;
        var from = settledUntil[row];
        var share = profile.Share(from, at);
        if (share <= 0)
            return null;
        var setup = world.Setup;
        var terminal = setup.Terminals[row].Id;
        var number = intervals[row];
        return new SalesInterval(
            CommandIdentity.For(setup.Seed, DrawPurpose.SettleCommand, EntityKey.Of(terminal), date, number),
            terminal,
            date,
            number,
            from,
            at,
            SalesSettlement.Demand(setup, row, date, number, share));
    }

    private void Advance(SalesInterval interval)
    {
        var row = world.Setup.IndexOf(interval.Terminal);
        settledUntil[row] = interval.To;
        intervals[row] = interval.Number + 1;
    }
}
