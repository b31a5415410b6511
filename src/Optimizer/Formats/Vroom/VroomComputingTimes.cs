namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Milliseconds.</summary>
public sealed record VroomComputingTimes(long Loading, long Solving, long Routing);
