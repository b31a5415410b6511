using Territory.Model.Dispatch;
using Territory.Model.Ids;

namespace Territory.ReadModel.Plans;

/// <summary>A run of the optimiser that began and has no end on record: it goes on, or the process ended under it.</summary>
public sealed record OpenRun(string Run, UserId By, int BaseVersion, RunOptions Options);
