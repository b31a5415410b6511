namespace Territory.Optimizer.Solving;

/// <summary>The best so far: its cost and how many clients it leaves out.</summary>
public readonly record struct SolveProgress(TimeSpan Elapsed, long Iterations, long Cost, int Unserved);
