using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>On the evening of a working day the next one is planned and published.</summary>
internal sealed class EveningPlanning(DayContext day, bool alreadyDone) : IDayActor
{
    private bool done = alreadyDone || !day.Setup.Region.Calendar.IsWorkingDay(day.Date);

    public ActorOrder Order => ActorOrder.Planning;

    public string Id => "";

    public TimeOfDay? NextAt => done ? null : day.Setup.Rates.PlanningTime;

    public TerminalId? NextTerminal => null;

    public async ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        var command = day.Command(DrawPurpose.PlanCommand, EntityKey.Market);
        await day.World.PlanNextDayAsync(
            new PlanningCall(command, day.Date, day.NextWorkingDay, day.Setup.Rates.PlanningTime), cancellationToken);
        done = true;
    }
}
