using Territory.Contracts.Schedules;
using Territory.Model.Ids;

namespace Territory.Dashboard.Schedules;

/// <summary>Make a schedule.</summary>
public sealed record ScheduleRunRequest(CommandId CommandId, ScheduleOptions Options);

/// <summary>End a run with its best so far.</summary>
public sealed record StopScheduleRequest(CommandId CommandId);
