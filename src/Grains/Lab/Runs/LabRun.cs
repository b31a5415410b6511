using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Lab.Jobs;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Runs;

/// <summary>One run of a scenario from its start to its end.</summary>
internal sealed class LabRun(string id, CommandHeader header, ReadScenario scenario, LabRunSettings settings, ILabRunRecordGrain record, TimeProvider time)
    : LabJob(id, header, time), IProgress<ScenarioProgress>
{
    /// <summary>What a watcher looks at first, of each region.</summary>
    private static readonly string[] Headline = [".contribution", ".weightedDistribution", ".adopted", ".costPerPoint"];

    private readonly IReadOnlyList<IReadOnlyList<(int Place, string Name)>> headlines =
        [.. scenario.Variants.Select(variant => variant.Setup).Prepend(scenario.Setup).Select(HeadlinesOf)];

    private LabRunProgress progress = new(LabRunState.Waiting, 0, 0, 0, 0, null, []);

    public ReadScenario Scenario => scenario;

    public LabRunProgress Progress
    {
        get
        {
            lock (Gate)
                return progress with { State = State, Seconds = Elapsed.TotalSeconds };
        }
    }

    public override LabJobResult Work(int threads, CancellationToken closing)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Stopping, closing);
        var asked = new ScenarioRunOptions
        {
            Seed = unchecked((ulong)settings.Seed),
            Replications = settings.Replications,
            Antithetic = settings.Antithetic,
            ContributionWithin = settings.Within,
            Threads = threads,
        };
        var result = ScenarioRun.Run(scenario, asked, this, either.Token);
        return new LabJobResult(RunTexts.Of(result), EndedAs(EndOf(result)));
    }

    public override LabJobResult WithoutResult(LabRunEnd end, string? error) => new([], EndedAs(new LabRunEnded(end, 0, 0, 0, Elapsed.TotalSeconds, error)));

    public override Task<CommandResult> RecordAsync(RecordLabText command) => record.RecordText(command, CancellationToken.None);

    public void Report(ScenarioProgress value)
    {
        var figures = headlines[value.Variant].Select(figure => Figure(figure.Name, value.Replications.Intervals[figure.Place])).OfType<LabFigure>().ToList();
        lock (Gate)
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

    private LabRunEnded EndOf(ScenarioResult result)
    {
        var all = result.Variants.Prepend(result.Base).Select(variant => variant.Replications).ToList();
        var end = Stopping.IsCancellationRequested && !result.IsComplete ? LabRunEnd.Stopped
            : all[0].End == ReplicationEnd.Failed || all[0].Finished.Count == 0 ? LabRunEnd.Failed
            : LabRunEnd.Done;
        var error = end == LabRunEnd.Failed ? all[0].Failed.FirstOrDefault()?.Error : null;
        return new LabRunEnded(end, all.Count, all.Sum(one => one.Finished.Count), all.Sum(one => one.Failed.Count), Elapsed.TotalSeconds, error);
    }

    private Func<CommandHeader, Task<CommandResult>> EndedAs(LabRunEnded end) => header => record.RecordEnd(new RecordLabEnd(header, end), CancellationToken.None);

    private static IReadOnlyList<(int Place, string Name)> HeadlinesOf(LabSetup setup) =>
        [.. ScenarioFigures.Names(setup).Index().Where(pair => Headline.Any(ending => pair.Item.EndsWith(ending, StringComparison.Ordinal)))];

    private static LabFigure? Figure(string name, ConfidenceInterval interval) =>
        double.IsFinite(interval.Mean) ? new LabFigure(name, interval.Mean, Finite(interval.Low), Finite(interval.High)) : null;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
