using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Schedules;

/// <summary>A delivery of a schedule.</summary>
public sealed record ScheduledStop(TerminalId Terminal, Cases Cases);
