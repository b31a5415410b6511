using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Parameters as history leaves them: a weighted sample, with how it was reached (后验分布).</summary>
/// <param name="Correlations">Row by row over the parameters.</param>
/// <param name="Runs">Of the model altogether.</param>
/// <param name="Refused">Runs that threw or gave no numbers.</param>
public sealed record Posterior(
    IReadOnlyList<UnknownParameter> Parameters,
    IReadOnlyList<PosteriorSet> Sample,
    IReadOnlyList<ParameterEstimate> Estimates,
    IReadOnlyList<IReadOnlyList<double>> Correlations,
    IReadOnlyList<PopulationRecord> Populations,
    int Runs,
    int Refused,
    CalibrationEnd End)
{
    private static readonly EntityKey Branch = EntityKey.Of("lab posterior resampling");

    /// <summary>The share of proposals accepted into the last population.</summary>
    public double Acceptance => Populations[^1].Acceptance;

    /// <summary>The largest distance in the sample.</summary>
    public double Tolerance => Populations[^1].Tolerance;

    /// <summary>Equally weighted parameter sets for forecasts, each as often as its weight says to within one.</summary>
    /// <remarks>Systematic resampling. Source: Douc, Cappé and Moulines: "Comparison of resampling schemes for particle filtering", 2005.</remarks>
    public IReadOnlyList<double[]> Resample(int count, ulong seed)
    {
        var draw = SeedTree.DrawOf(seed, Branch, 0);
        var offset = draw.NextUniform();
        var chosen = new double[count][];
        var (index, reached) = (0, Sample[0].Weight);
        for (var k = 0; k < count; k++)
        {
            while (reached < (k + offset) / count && index < Sample.Count - 1)
                reached += Sample[++index].Weight;
            chosen[k] = Sample[index].Parameters;
        }

        return chosen;
    }
}
