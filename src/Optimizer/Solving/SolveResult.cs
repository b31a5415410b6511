using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Solving;

/// <summary>What a solve gave and what reproduces it.</summary>
/// <param name="Iterations">Iterations done by each thread; as <see cref="SolveOptions.Iterations"/> it gives this result again.</param>
/// <param name="Trace">Each improvement of the best, in order.</param>
public sealed record SolveResult(
    Solution Best,
    long Iterations,
    long Seed,
    int Threads,
    string Engine,
    TimeSpan Elapsed,
    bool WasCancelled,
    IReadOnlyList<SolveProgress> Trace);
