using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Runs;

/// <summary>One run of the lab from its start to its end. Written by the threads that run it, read by anyone.</summary>
internal sealed class LabRun(string id, CommandHeader header, ReadScenario scenario, LabRunSettings settings, TimeProvider time) : IProgress<ScenarioProgress>
{
    /// <summary>What a watcher looks at first, of each region.</summary>
    private static readonly string[] Headline = [".contribution", ".weightedDistribution", ".adopted", ".costPerPoint"];

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly IReadOnlyList<IReadOnlyList<(int Place, string Name)>> headlines =
        [.. scenario.Variants.Select(variant => variant.Setup).Prepend(scenario.Setup).Select(HeadlinesOf)];

    private LabRunProgress progress = new(LabRunState.Waiting, 0, 0, 0, 0, null, []);
    private long startedAt;

    public string Id => id;

    public CommandHeader Header => header;

    public ReadScenario Scenario => scenario;

    public LabRunSettings Settings => settings;

    /// <summary>Fires when it is to end with the replications that have finished.</summary>
    public CancellationToken Stopping => stopping.Token;

    public TimeSpan Elapsed => startedAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(startedAt);

    public LabRunProgress Progress
    {
        get
        {
            lock (gate)
                return progress with { Seconds = Elapsed.TotalSeconds };
        }
    }

    public void Begin()
    {
        lock (gate)
        {
            startedAt = time.GetTimestamp();
            progress = progress with { State = LabRunState.Running };
        }
    }

    public void Stop() => stopping.Cancel();

    public void Report(ScenarioProgress value)
    {
        var figures = headlines[value.Variant].Select(figure => Figure(figure.Name, value.Replications.Intervals[figure.Place])).OfType<LabFigure>().ToList();
        lock (gate)
        {
            progress = progress with
            {
                Variant = value.Variant,
                Finished = value.Replications.Finished,
                FailedReplications = value.Replications.Failed,
                Figures = figures,
            };
        }
    }

    private static IReadOnlyList<(int Place, string Name)> HeadlinesOf(LabSetup setup) =>
        [.. ScenarioFigures.Names(setup).Index().Where(pair => Headline.Any(ending => pair.Item.EndsWith(ending, StringComparison.Ordinal)))];

    private static LabFigure? Figure(string name, ConfidenceInterval interval) =>
        double.IsFinite(interval.Mean) ? new LabFigure(name, interval.Mean, Finite(interval.Low), Finite(interval.High)) : null;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
