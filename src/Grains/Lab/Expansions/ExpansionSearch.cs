using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Lab.Jobs;
using Territory.Simulation.Expansion.Reports;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Grains.Lab.Expansions;

/// <summary>One search for a plan of waves: the outlooks of its regions are drawn, then the plan is sought.</summary>
internal sealed class ExpansionSearch(
    string id, CommandHeader header, ExpansionScenario scenario, PreparedExpansion prepared, SearchLimits limits, ILabExpansionRecordGrain record, TimeProvider time)
    : LabJob(id, header, time), IProgress<int>, IProgress<WaveProgress>
{
    private LabExpansionProgress progress = new(LabRunState.Waiting, 0, null, 0, null, 0, prepared.Outlooks);

    public LabExpansionProgress Progress
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
        var study = prepared.Draw(this, either.Token);
        var plan = study.Plan(limits, this, either.Token, closing);
        var end = Stopping.IsCancellationRequested && plan.Iterations < limits.Iterations ? LabRunEnd.Stopped : LabRunEnd.Done;
        return new LabJobResult(
            LabTexts.Pieces(LabTextKind.Variant, 0, new ExpansionReport(scenario, study, plan).Create(Elapsed).ToJsonString()),
            EndedAs(new LabExpansionEnded(end, plan.Iterations, ObjectiveOf(plan.Objective), Elapsed.TotalSeconds, null)));
    }

    public override LabJobResult WithoutResult(LabRunEnd end, string? error) => new([], EndedAs(new LabExpansionEnded(end, 0, null, Elapsed.TotalSeconds, error)));

    public override Task<CommandResult> RecordAsync(RecordLabText command) => record.RecordText(command, CancellationToken.None);

    public void Report(int value)
    {
        lock (Gate)
            progress = progress with { Outlooks = value };
    }

    public void Report(WaveProgress value)
    {
        lock (Gate)
            progress = progress with { Iterations = value.Iterations, Objective = ObjectiveOf(value.Objective) };
    }

    /// <summary>In major units of money, or in weeks.</summary>
    private double? ObjectiveOf(double objective) =>
        double.IsFinite(objective) ? objective / (scenario.Objective.Goal == ExpansionGoal.NetPresentValue ? 100 : -1000) : null;

    private Func<CommandHeader, Task<CommandResult>> EndedAs(LabExpansionEnded end) => header => record.RecordEnd(new RecordExpansionEnd(header, end), CancellationToken.None);
}
