using Territory.Model.Problems;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>Which assumption moves the answer: each in turn low and high, the others as the scenario has them, under the same luck.</summary>
public static class ScenarioSensitivity
{
    /// <param name="ranges">How low and how high each of the scenario's parameters may be, in their order.</param>
    /// <returns>One tornado for each figure of <see cref="ScenarioFigures"/>, in their order.</returns>
    /// <exception cref="InvalidInputException">A path names no number, or the scenario does not allow one of the values.</exception>
    public static IReadOnlyList<Tornado> Run(
        ScenarioParameters scenario,
        IReadOnlyList<(double Low, double High)> ranges,
        ScenarioRunOptions options,
        IProgress<ReplicationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var now = scenario.Values();
        if (scenario.RangeProblems(ranges) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        var plan = new ReplicationPlan
        {
            Seed = options.Seed,
            Replications = options.Replications,
            Figures = ScenarioFigures.Names(scenario.Read.Setup),
            Confidence = options.Confidence,
            Threads = options.Threads,
        };
        return Tornado.Run(
            (values, seed) => ScenarioFigures.Of(LabSimulator.Run(scenario.SetupWith(values), new LabRunOptions(seed, CancellationToken: cancellationToken))),
            [.. scenario.Paths.Select((path, index) => new Assumption(path, ranges[index].Low, now[index], ranges[index].High))],
            plan,
            progress,
            cancellationToken);
    }
}
