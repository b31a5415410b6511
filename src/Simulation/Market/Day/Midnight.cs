using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>The day's last event.</summary>
internal sealed class Midnight(DayContext day, bool alreadyDone) : IDayActor
{
    private bool done = alreadyDone;

    public ActorOrder Order => ActorOrder.Midnight;

    public string Id => "";

    public TimeOfDay? NextAt => done ? null : TimeOfDay.EndOfDay;

    public TerminalId? NextTerminal => null;

    public async ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        await day.World.CloseDayAsync(new DayClosing(day.Command(DrawPurpose.CloseDayCommand, EntityKey.Market), day.Date), cancellationToken);
        done = true;
    }
}
