using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Grains.Lab.Expansions;

/// <summary>One search from its start to its end. Written by the thread that searches, read by anyone.</summary>
internal sealed class ExpansionSearch(string id, CommandHeader header, ExpansionScenario scenario, ExpansionStudy study, SearchLimits limits, TimeProvider time) : IProgress<WaveProgress>
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private LabExpansionProgress progress = new(LabRunState.Waiting, 0, null, 0, null);
    private long startedAt;

    public string Id => id;

    public CommandHeader Header => header;

    public ExpansionScenario Scenario => scenario;

    public ExpansionStudy Study => study;

    public SearchLimits Limits => limits;

    /// <summary>Fires when it is to end with the best plan so far.</summary>
    public CancellationToken Stopping => stopping.Token;

    public TimeSpan Elapsed => startedAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(startedAt);

    public LabExpansionProgress Progress
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

    public void Report(WaveProgress value)
    {
        lock (gate)
            progress = progress with { Iterations = value.Iterations, Objective = ObjectiveOf(value.Objective) };
    }

    /// <summary>In major units of money, or in weeks.</summary>
    public double? ObjectiveOf(double objective) =>
        double.IsFinite(objective) ? objective / (study.Problem.Objective.Goal == ExpansionGoal.NetPresentValue ? 100 : -1000) : null;
}
