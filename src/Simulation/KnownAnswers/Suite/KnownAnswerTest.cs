namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>One row of the suite.</summary>
/// <param name="Row">Its number in the project's list, for example V7.</param>
/// <param name="Run">Computes or simulates it from a seed.</param>
public sealed record KnownAnswerTest(string Row, string Title, Func<long, CancellationToken, ValueTask<IReadOnlyList<KnownAnswer>>> Run);
