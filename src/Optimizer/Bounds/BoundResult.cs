namespace Territory.Optimizer.Bounds;

/// <summary>What no solution that serves every required client can cost less than.</summary>
/// <param name="Cost">In the problem's units.</param>
/// <param name="IsConverged">Whether the relaxation was solved to its optimum; else more time may give more.</param>
public sealed record BoundResult(long Cost, bool IsConverged, int Routes, TimeSpan Elapsed);
