namespace Territory.Optimizer.Patterns;

/// <summary>A client with the patterns it allows; exactly one of them is chosen, so that nobody is left unvisited (未访问客户为零).</summary>
/// <param name="LoadPerVisit">What a visit takes of its day, in the unit of the days' capacities, for example seconds of service and travel.</param>
/// <param name="Options">At least one, each pattern once, of any number of visits.</param>
public sealed record PatternClient(long LoadPerVisit, IReadOnlyList<PatternOption> Options);
