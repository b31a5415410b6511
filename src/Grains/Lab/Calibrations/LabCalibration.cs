using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Lab.Jobs;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>One calibration from its start to its end.</summary>
internal sealed class LabCalibration(string id, CommandHeader header, PreparedFit prepared, ILabCalibrationRecordGrain record, TimeProvider time)
    : LabJob(id, header, time), IProgress<PopulationRecord>
{
    private readonly List<LabPopulation> populations = [];

    public LabCalibrationProgress Progress
    {
        get
        {
            lock (Gate)
                return new LabCalibrationProgress(State, prepared.Fit.IsForecasting, prepared.Fit.Runs, [.. populations], Elapsed.TotalSeconds, null);
        }
    }

    public override LabJobResult Work(int threads, CancellationToken closing)
    {
        var result = prepared.Fit.Run(this, closing, Stopping);
        var posterior = result.Backtest.Posterior;
        var report = new FitReport(result, prepared.Options, prepared.Parameters.Read.Setup.FirstDay);
        var fitted = prepared.TextWith([.. posterior.Estimates.Select(estimate => estimate.Median)]);
        var end = posterior.End == CalibrationEnd.Cancelled ? LabRunEnd.Stopped : LabRunEnd.Done;
        return new LabJobResult(
            [
                .. LabTexts.Pieces(LabTextKind.Fit, 0, report.Create().ToJsonString()),
                .. LabTexts.Pieces(LabTextKind.Sample, 0, report.Sample().ToJsonString()),
                .. LabTexts.Pieces(LabTextKind.Weeks, 0, report.Cells().ToJsonString()),
                .. LabTexts.Pieces(LabTextKind.FittedScenario, 0, fitted),
            ],
            EndedAs(EndOf(end, true, null)));
    }

    public override LabJobResult WithoutResult(LabRunEnd end, string? error) => new([], EndedAs(EndOf(end, false, error)));

    public override Task<CommandResult> RecordAsync(RecordLabText command) => record.RecordText(command, CancellationToken.None);

    public void Report(PopulationRecord value)
    {
        lock (Gate)
            populations.Add(new LabPopulation(value.Tolerance, value.Runs, value.Acceptance, value.EffectiveSize));
    }

    private LabCalibrationEnded EndOf(LabRunEnd end, bool hasFit, string? error)
    {
        var now = Progress;
        return new LabCalibrationEnded(end, hasFit, now.Runs, now.Populations, now.Seconds, error);
    }

    private Func<CommandHeader, Task<CommandResult>> EndedAs(LabCalibrationEnded end) =>
        header => record.RecordEnd(new RecordCalibrationEnd(header, end), CancellationToken.None);
}
