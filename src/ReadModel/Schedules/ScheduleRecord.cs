using Territory.Contracts.Schedules;

namespace Territory.ReadModel.Schedules;

/// <summary>A run on record.</summary>
/// <param name="End">Null while it goes on, and where the process ended meanwhile.</param>
public sealed record ScheduleRecord(ScheduleStarted Start, ScheduleEnded? End);
