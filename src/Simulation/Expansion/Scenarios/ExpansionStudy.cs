using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>A scenario made ready: the frozen template, what is known of each region, and the problem of those that may start.</summary>
public sealed record ExpansionStudy(MarketTemplate Template, IReadOnlyList<StudiedRegion> Regions, ExpansionProblem Problem)
{
    /// <summary>Plans it; regions whose gate is shut are among those left out.</summary>
    public ExpansionPlan Plan(SearchLimits limits, IProgress<WaveProgress>? progress = null, CancellationToken stop = default, CancellationToken stopBound = default)
    {
        var plan = WavePlanner.Plan(Problem, limits, progress, stop, stopBound);
        return plan with
        {
            LeftOut =
            [
                .. plan.LeftOut,
                .. Regions.Where(region => !region.MayStart).Select(region => new LeftOutRegion(
                    region.Region.Id, LeftOutReason.NotReady, null, WaveConstraint.None, null, new Dictionary<WaveConstraint, int>())),
            ],
        };
    }
}
