using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Schedules;

/// <summary>The last runs of a distributor's schedules, the oldest first: how each began and ended. What they gave is in the schedules' table.</summary>
public sealed record DeliveryScheduleState : IActorState<DeliveryScheduleState>
{
    /// <summary>A later one pushes the oldest out; the journal keeps it.</summary>
    public const int MostRuns = 24;

    public required IReadOnlyList<ScheduleRecord> Runs { get; init; }

    public static string Kind => ActorKind.DeliverySchedule;

    public static JsonTypeInfo<DeliveryScheduleState> JsonForm => StateJsonContext.Default.DeliveryScheduleState;

    public ScheduleRecord? Find(string run) => Runs.FirstOrDefault(record => record.Start.Run == run);

    public static DeliveryScheduleState? Apply(DeliveryScheduleState? state, IEvent @event) => (state, @event) switch
    {
        (_, ScheduleStarted e) => new DeliveryScheduleState { Runs = [.. (state?.Runs ?? []).TakeLast(MostRuns - 1), new ScheduleRecord(e, null)] },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, SchedulePartRecorded) => state,
        (_, ScheduleEnded e) => new DeliveryScheduleState { Runs = [.. state.Runs.Select(record => record.Start.Run == e.Run ? record with { End = e } : record)] },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
