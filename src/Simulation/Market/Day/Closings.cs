using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Market.Day;

/// <summary>The outlets close in the evening, all of one closing time together.</summary>
internal sealed class Closings(DayContext day) : IDayActor
{
    private readonly List<(TimeOfDay At, int[] Rows)> groups = [.. day.Sales.Closings().Select(group => (group.Key, group.ToArray()))];
    private int next;

    public ActorOrder Order => ActorOrder.Closing;

    public string Id => "";

    public TimeOfDay? NextAt => next < groups.Count ? groups[next].At : null;

    public TerminalId? NextTerminal => null;

    public async ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        await day.Sales.SettleManyAsync(groups[next].Rows, groups[next].At, cancellationToken);
        next++;
    }
}
