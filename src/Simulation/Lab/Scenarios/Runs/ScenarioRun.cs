using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>Runs a scenario and its variants under the same luck, one after the other, each with its replications on all threads.</summary>
public static class ScenarioRun
{
    /// <param name="progress">Told after each replication; it must not wait for the run.</param>
    /// <param name="cancellationToken">Ends the run with the replications that have finished; nothing is thrown.</param>
    public static ScenarioResult Run(ReadScenario scenario, ScenarioRunOptions options, IProgress<ScenarioProgress>? progress, CancellationToken cancellationToken)
    {
        var count = scenario.Variants.Count + 1;
        var basis = RunOne(scenario.Scenario.Name, scenario.Setup, options, Told(0, scenario.Scenario.Name), cancellationToken);
        var variants = new List<VariantResult>();
        foreach (var (index, (name, setup)) in scenario.Variants.Index())
        {
            if (cancellationToken.IsCancellationRequested)
                break;
            var variant = RunOne(name, setup, options, Told(index + 1, name), cancellationToken);
            variants.Add(variant with { Against = Compare(basis.Replications, variant.Replications) });
        }

        return new ScenarioResult(scenario.Scenario, options, basis, variants);

        IProgress<ReplicationProgress>? Told(int variant, string name) =>
            progress is null ? null : new VariantProgress(progress, variant, count, name);
    }

    private static VariantResult RunOne(
        string name, LabSetup setup, ScenarioRunOptions options, IProgress<ReplicationProgress>? progress, CancellationToken cancellationToken)
    {
        var recorder = new CurveRecorder(setup);
        var figures = ScenarioFigures.Names(setup);
        var plan = new ReplicationPlan
        {
            Seed = options.Seed,
            Replications = options.Replications,
            Figures = figures,
            Antithetic = options.Antithetic,
            Confidence = options.Confidence,
            Threads = options.Threads,
            Stopping = options.ContributionWithin is { } within
                ? new SequentialStopping([.. figures.Index().Where(pair => pair.Item.EndsWith(".contribution", StringComparison.Ordinal)).Select(pair => new WidthBound(pair.Index, within, IsShareOfMean: true))])
                : null,
        };
        // One replication alone may use all threads; several share them.
        var threads = options.Replications == 1 ? options.Threads : 1;
        var result = ReplicationRunner.Run(Model, plan, progress, cancellationToken);
        return new VariantResult(name, result, recorder.Bands(result.Finished), recorder.Hashes(result.Finished), null);

        double[] Model(ulong seed, bool antithetic, CancellationToken token)
        {
            var run = LabSimulator.Run(setup, new LabRunOptions(seed, antithetic, threads, token));
            recorder.Add(seed, antithetic, run);
            return ScenarioFigures.Of(run);
        }
    }

    // A variant with other regions or none in common has other figures, and is shown beside the scenario but not compared.
    private static PairedComparison? Compare(ReplicationResult basis, ReplicationResult variant) =>
        basis.Plan.Figures.SequenceEqual(variant.Plan.Figures, StringComparer.Ordinal) ? PairedComparison.Of(basis, variant, MultipleTests.Holm) : null;

    private sealed class VariantProgress(IProgress<ScenarioProgress> progress, int variant, int count, string name) : IProgress<ReplicationProgress>
    {
        public void Report(ReplicationProgress value) => progress.Report(new ScenarioProgress(variant, count, name, value));
    }
}
