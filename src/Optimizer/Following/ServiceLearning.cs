using Territory.Model.Deliveries;
using Territory.Model.Ids;

namespace Territory.Optimizer.Following;

/// <summary>Learns from deliveries how long unloading at each outlet really takes, as a factor on the distributor's rule.</summary>
/// <remarks>
/// Of each delivery the logarithm of its time over the rule's is taken, so that twice and half as long weigh alike. An outlet's value is the one-step Huber mean of its deliveries, which one wild day hardly moves, plus
/// half the variance, as plans need the mean time and not the median. It is drawn toward the rule (a logarithm of 0) by its credibility n / (n + k), where k is the variance of deliveries over that between outlets; the
/// variance of deliveries comes from the median difference of successive deliveries at the same outlet, that between outlets from what their values vary more than chance explains.
/// Complexity: O(n log n). Source: Bühlmann, Experience rating and credibility (1967); Efron and Morris, Data analysis using Stein's estimator (1975); Huber, Robust estimation of a location parameter (1964);
/// von Neumann and others, The mean square successive difference (1941).
/// </remarks>
public static class ServiceLearning
{
    /// <summary>1.4826 times the median distance estimates a normal standard deviation.</summary>
    private const double NormalPerMedian = 1.4826;

    /// <summary>Huber's bound, 95 % efficient on normal values.</summary>
    private const double HuberBound = 1.345;

    /// <summary>k is kept within what any trade would show.</summary>
    private const double LeastHalf = 0.5;
    private const double MostHalf = 50;

    /// <returns>By terminal id.</returns>
    public static IReadOnlyList<LearnedService> From(IEnumerable<ServiceObservation> observations, ServiceLearningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observations);
        options ??= new ServiceLearningOptions();
        var outlets = Outlets(observations, options);
        var deviation = Deviation(outlets, options);
        var variance = (deviation ?? 0) * (deviation ?? 0);
        var values = outlets.ConvertAll(outlet => (outlet.Terminal, Value: HuberMean(outlet.Logarithms, deviation) + (variance / 2), outlet.Logarithms.Count));
        var half = options.HalfBelievedObservations ?? HalfBelieved(values, deviation, options);
        return
        [
            .. values.Where(value => value.Count >= options.LeastObservations)
                .Select(value => new LearnedService(value.Terminal, Permille(value.Value * value.Count / (value.Count + half), options), value.Count)),
        ];
    }

    private static List<(TerminalId Terminal, List<double> Logarithms)> Outlets(IEnumerable<ServiceObservation> observations, ServiceLearningOptions options)
    {
        var most = Math.Log(options.MostTimes);
        var outlets = new SortedDictionary<string, (TerminalId, List<double>)>(StringComparer.Ordinal);
        foreach (var observation in observations.Where(observation => observation.Taken.Seconds > 0 && observation.Rule.Seconds > 0))
        {
            if (!outlets.TryGetValue(observation.Terminal.Value, out var outlet))
                outlets.Add(observation.Terminal.Value, outlet = (observation.Terminal, []));
            outlet.Item2.Add(Math.Clamp(Math.Log((double)observation.Taken.Seconds / observation.Rule.Seconds), -most, most));
        }

        return [.. outlets.Values];
    }

    /// <summary>The standard deviation of deliveries at one outlet; null where too few say.</summary>
    private static double? Deviation(List<(TerminalId Terminal, List<double> Logarithms)> outlets, ServiceLearningOptions options)
    {
        var differences = outlets.SelectMany(outlet => outlet.Logarithms.Zip(outlet.Logarithms.Skip(1), (a, b) => Math.Abs(a - b))).ToList();
        return differences.Count < options.LeastPairs ? null : NormalPerMedian * Median(differences) / Math.Sqrt(2);
    }

    private static double HuberMean(List<double> values, double? deviation)
    {
        var median = Median([.. values]);
        // Without a spread to judge by, the middle is the safest.
        if (deviation is not { } scale)
            return median;
        return median + values.Average(value => Math.Clamp(value - median, -HuberBound * scale, HuberBound * scale));
    }

    /// <summary>k: the variance of a delivery over that between outlets.</summary>
    private static double HalfBelieved(List<(TerminalId Terminal, double Value, int Count)> values, double? deviation, ServiceLearningOptions options)
    {
        if (deviation is not { } scale)
            return options.UsualHalfBelievedObservations;
        var variance = scale * scale;
        // An outlet's square is worth more the more deliveries it rests on.
        var weight = values.Sum(value => (double)value.Count);
        var between = values.Sum(value => value.Count * ((value.Value * value.Value) - (variance / value.Count))) / weight;
        return between > 0 ? Math.Clamp(variance / between, LeastHalf, MostHalf) : MostHalf;
    }

    private static int Permille(double logarithm, ServiceLearningOptions options) =>
        (int)Math.Round(1_000 * Math.Clamp(Math.Exp(logarithm), 1 / options.MostTimes, options.MostTimes));

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
