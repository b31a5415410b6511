using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Stages in a row, each supplied by the next, with normal demand and backorders at the first: the best echelon base-stock levels (串行多级库存).</summary>
/// <remarks>
/// Algorithm: stage by stage upwards, C(j, y) = E [h(j) x + C'(j - 1, x)] at x = y - demand of the stage's lead time, its minimiser S(j), and
/// C'(j, x) = C(j, min(S(j), x)); below the first stage C' is (p + sum of h) x-. The first expectation is in closed form, the others by the
/// trapezoidal rule on a grid of a hundredth of the least deviation, in coordinates from which mean demand is taken off.
/// Complexity: grid points x points of a lead time's law, for each stage.
/// Source: Clark and Scarf: "Optimal policies for a multi-echelon inventory problem", Management Science 6, 1960, as worked out by Chen and Zheng:
/// "Lower bounds for multi-echelon stochastic inventory systems", Management Science 40, 1994.
/// </remarks>
public sealed class SerialSystem
{
    private const double StepsPerDeviation = 100;
    private const double MostStepsPerDeviation = 1_500;
    private const double KernelDeviations = 8.5;
    private const double GridDeviations = 10;

    private readonly double[] holding;
    private readonly double[] leadTimes;
    private readonly double shortage;
    private readonly double mean;
    private readonly double deviation;
    private readonly double step;
    private readonly int reach;

    /// <param name="echelonHolding">h of each stage, downstream first, above 0: what holding costs there over what it costs one stage up.</param>
    /// <param name="leadTimes">Of each stage, downstream first; not all 0.</param>
    /// <param name="shortage">p, of a unit short at the first stage for a unit of time.</param>
    /// <param name="mean">Of demand in a unit of time.</param>
    /// <param name="deviation">Of demand in a unit of time, above 0.</param>
    public SerialSystem(IReadOnlyList<double> echelonHolding, IReadOnlyList<double> leadTimes, double shortage, double mean, double deviation)
    {
        if (echelonHolding.Count != leadTimes.Count || echelonHolding.Count == 0 || leadTimes.All(time => time == 0))
            throw new ArgumentException("A serial system has as many lead times as holding costs, and one lead time above 0.");
        holding = [.. echelonHolding];
        this.leadTimes = [.. leadTimes];
        this.shortage = shortage;
        this.mean = mean;
        this.deviation = deviation;
        var roots = leadTimes.Select(Math.Sqrt).ToArray();
        step = deviation * Math.Max(roots.Where(root => root > 0).Min() / StepsPerDeviation, roots.Sum() / MostStepsPerDeviation);
        reach = (int)Math.Ceiling(GridDeviations * deviation * roots.Sum() / step);
    }

    public int Stages => holding.Length;

    public SerialOptimum Optimum() => Walk(null);

    /// <summary>The cost of given echelon levels, downstream first.</summary>
    public double Cost(IReadOnlyList<double> echelonLevels) => Walk(echelonLevels).Cost;

    /// <summary>Closed-form levels: the mean of two newsvendor quantiles that bound each optimal level.</summary>
    /// <remarks>Source: Shang and Song: "Newsvendor bounds and heuristic for optimal policies in serial supply chains", Management Science 49, 2003.</remarks>
    public SerialOptimum NewsvendorHeuristic()
    {
        var all = shortage + holding.Sum();
        var levels = new double[Stages];
        var time = 0.0;
        for (var stage = 0; stage < Stages; stage++)
        {
            time += leadTimes[stage];
            var above = shortage + holding.Skip(stage + 1).Sum();
            var z = (NormalDistribution.Quantile(above / all) + NormalDistribution.Quantile(above / (above + holding[stage]))) / 2;
            levels[stage] = (mean * time) + (z * deviation * Math.Sqrt(time));
        }

        return new SerialOptimum(levels, Cost(levels));
    }

    private SerialOptimum Walk(IReadOnlyList<double>? given)
    {
        var levels = new double[Stages];
        var meanBelow = 0.0;
        // The induced penalty of the stage below, C', on the grid.
        var penalty = Enumerable.Range(-reach, (2 * reach) + 1).Select(k => (shortage + holding.Sum()) * Math.Max(0, -k * step)).ToArray();
        var cost = 0.0;
        for (var stage = 0; stage < Stages; stage++)
        {
            var meanHere = meanBelow + (mean * leadTimes[stage]);
            var curve = Expect(stage, penalty, meanBelow);
            var (place, least) = given is null ? Minimum(curve) : ((given[stage] - meanHere) / step, 0);
            cost = given is null ? least : At(curve, place);
            levels[stage] = given is null ? meanHere + (place * step) : given[stage];
            for (var k = -reach; k <= reach; k++)
                penalty[k + reach] = k < place ? curve[k + reach] : cost;
            meanBelow = meanHere;
        }

        return new SerialOptimum(levels, cost);
    }

    /// <summary>C(j, .) on the grid.</summary>
    private double[] Expect(int stage, double[] penalty, double meanBelow)
    {
        var spread = deviation * Math.Sqrt(leadTimes[stage]);
        var curve = new double[penalty.Length];
        if (spread == 0)
        {
            for (var k = -reach; k <= reach; k++)
                curve[k + reach] = (holding[stage] * ((k * step) + meanBelow)) + penalty[k + reach];
            return curve;
        }

        if (stage == 0)
        {
            for (var k = -reach; k <= reach; k++)
            {
                var z = k * step / spread;
                var loss = NormalDistribution.Density(z) - (z * NormalDistribution.Cumulative(-z));
                curve[k + reach] = (holding[0] * k * step) + ((shortage + holding.Sum()) * spread * loss);
            }

            return curve;
        }

        var kernel = Kernel(spread);
        var half = kernel.Length / 2;
        for (var k = -reach; k <= reach; k++)
        {
            var sum = 0.0;
            for (var d = -half; d <= half; d++)
                sum += kernel[d + half] * At(penalty, k - d);
            curve[k + reach] = (holding[stage] * ((k * step) + meanBelow)) + sum;
        }

        return curve;
    }

    /// <summary>The normal law of a lead time on the grid, scaled to a sum of 1.</summary>
    private double[] Kernel(double spread)
    {
        var half = (int)Math.Ceiling(KernelDeviations * spread / step);
        var kernel = Enumerable.Range(-half, (2 * half) + 1).Select(d => NormalDistribution.Density(d * step / spread)).ToArray();
        var sum = kernel.Sum();
        return [.. kernel.Select(weight => weight / sum)];
    }

    /// <summary>Past its lower end a curve goes on as a straight line, which it is there to rounding; past its upper end likewise.</summary>
    private double At(double[] curve, int k)
    {
        if (k < -reach)
            return curve[0] + ((k + reach) * (curve[1] - curve[0]));
        return k > reach ? curve[^1] + ((k - reach) * (curve[^1] - curve[^2])) : curve[k + reach];
    }

    /// <summary>Between grid points by the parabola through the nearest three.</summary>
    private double At(double[] curve, double place)
    {
        var k = (int)Math.Round(Math.Clamp(place, -1e9, 1e9));
        var t = place - k;
        double before = At(curve, k - 1), here = At(curve, k), after = At(curve, k + 1);
        return here + (t * ((after - before) / 2)) + (t * t * (((after + before) / 2) - here));
    }

    private (double Place, double Least) Minimum(double[] curve)
    {
        var index = Array.IndexOf(curve, curve.Min());
        var k = index - reach;
        if (index == 0 || index == curve.Length - 1)
            return (k, curve[index]);
        var bend = curve[index + 1] + curve[index - 1] - (2 * curve[index]);
        var place = bend > 0 ? k + ((curve[index - 1] - curve[index + 1]) / (2 * bend)) : k;
        return (place, At(curve, place));
    }
}
