using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.Contracts.Serialization;
using Territory.Grains.Actors;
using Territory.ReadModel.Schedules;

namespace Territory.Grains.Schedules;

/// <summary>Decisions on commands to a distributor's schedules, as pure functions of the runs on record.</summary>
internal static class ScheduleDecisions
{
    public static Decision<DeliveryScheduleState, CommandResult> Start(StartSchedule command) =>
        Decide.Accept<DeliveryScheduleState>(new ScheduleStarted(command.Header.Id.ToString(), command.Options, command.Header.Actor, command.Header.At));

    public static Decision<DeliveryScheduleState, CommandResult> Record(DeliveryScheduleState? state, RecordSchedule command)
    {
        var schedule = command.Schedule;
        var pieces = TextPieces.Of(CompactJson.Text(schedule, MessageJsonContext.Default.DeliverySchedule));
        return End(
            state,
            new ScheduleEnded(command.Run, command.Elapsed, schedule.Iterations, schedule.TravelCost + schedule.HoldingCost + schedule.StockOutCost, null, null),
            pieces.Select((content, part) => new SchedulePartRecorded(command.Run, part, content)));
    }

    public static Decision<DeliveryScheduleState, CommandResult> Record(DeliveryScheduleState? state, RecordScheduleFailure command) =>
        End(state, new ScheduleEnded(command.Run, command.Elapsed, command.Iterations, null, command.RefusalCode, command.Detail), []);

    public static Refusal Unknown(string run) => Refusal.Of("run.unknown", ("run", run));

    /// <summary>A run ends once.</summary>
    private static Decision<DeliveryScheduleState, CommandResult> End(DeliveryScheduleState? state, ScheduleEnded end, IEnumerable<IEvent> before) =>
        state?.Find(end.Run) is { End: null } ? Decide.Accept<DeliveryScheduleState>([.. before, end]) : Decide.Refuse<DeliveryScheduleState>(Unknown(end.Run));
}
