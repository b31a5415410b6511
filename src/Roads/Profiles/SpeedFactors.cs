using Territory.Model.Problems;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>Speeds learned from actual trips (实际行程速度), as factors on a profile's: by direction of a segment, or by class and slot of the day.</summary>
/// <remarks>
/// A factor multiplies the speed: 0.5 takes twice as long. Where a segment's direction has a factor of its own it replaces that of its class. A profile asked
/// without a slot takes the class's mean over the day. Segment numbers belong to one network, which <see cref="Network"/> names.
/// </remarks>
public sealed class SpeedFactors
{
    /// <summary>Slower than the least or faster than the most is no observation of traffic.</summary>
    public const double Least = 0.05;

    public const double Most = 5;

    private readonly Dictionary<int, (double? Forward, double? Backward)> segments;
    private readonly Dictionary<RoadClass, double[]> classes;
    private readonly Dictionary<RoadClass, double> classMeans = [];
    private readonly TimeFactors times;

    /// <param name="network">The <see cref="RoadNetwork.Fingerprint"/> that the segment numbers belong to; null when there are none.</param>
    /// <param name="slotStarts">The slots of the class factors, ascending; empty when there are none.</param>
    /// <param name="segments">By segment number; null: none learned for that direction.</param>
    /// <param name="classes">By class, one factor for each slot.</param>
    /// <exception cref="ArgumentException">A factor is out of range, slots do not ascend, or a class has not one factor for each slot.</exception>
    public SpeedFactors(
        string? network,
        IReadOnlyList<TimeOnly> slotStarts,
        IReadOnlyDictionary<int, (double? Forward, double? Backward)> segments,
        IReadOnlyDictionary<RoadClass, IReadOnlyList<double>> classes)
    {
        if (segments.Count > 0 && network is null)
            throw new ArgumentException("Factors by segment need the network that the segment numbers belong to.", nameof(network));
        if (slotStarts.Zip(slotStarts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("Slots begin one after the other.", nameof(slotStarts));
        if (classes.Values.Any(factors => factors.Count != slotStarts.Count || factors.Count == 0))
            throw new ArgumentException("Each class needs one factor for each slot.", nameof(classes));
        if (segments.Values.Any(pair => !IsSound(pair.Forward) || !IsSound(pair.Backward)) || classes.Values.Any(factors => factors.Any(factor => !IsSound(factor))))
            throw new ArgumentException($"A factor lies between {Least} and {Most}.", nameof(segments));
        Network = network;
        SlotStarts = [.. slotStarts];
        times = new TimeFactors(SlotStarts, [], []);
        this.segments = segments.ToDictionary();
        this.classes = classes.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        foreach (var (roadClass, factors) in this.classes)
            classMeans.Add(roadClass, MeanOverDay(factors));
    }

    public string? Network { get; }

    public IReadOnlyList<TimeOnly> SlotStarts { get; }

    public IReadOnlyDictionary<int, (double? Forward, double? Backward)> Segments => segments;

    public IReadOnlyDictionary<RoadClass, double[]> Classes => classes;

    /// <param name="time">A time in the slot that is meant; null: the whole day.</param>
    /// <returns>1 where nothing was learned.</returns>
    public double Of(int segment, bool forward, RoadClass roadClass, TimeOnly? time)
    {
        if (segments.TryGetValue(segment, out var own) && (forward ? own.Forward : own.Backward) is { } factor)
            return factor;
        if (time is not { } known)
            return classMeans.GetValueOrDefault(roadClass, 1);
        return classes.TryGetValue(roadClass, out var factors) ? factors[times.SlotAt(known)] : 1;
    }

    /// <exception cref="InvalidInputException">The segment numbers belong to another network.</exception>
    internal void RequireFor(RoadNetwork network)
    {
        if (Network is not null && !string.Equals(Network, network.Fingerprint, StringComparison.Ordinal))
        {
            throw new InvalidInputException(new Problem(
                "speeds.network", $"The factors belong to another road network; this one is {network.Fingerprint}. Learn them again.", Field: "$.network", Value: Network));
        }
    }

    internal static bool IsSound(double? factor) => factor is null or (>= Least and <= Most);

    private double MeanOverDay(double[] factors)
    {
        var sum = 0.0;
        for (var slot = 0; slot < factors.Length; slot++)
        {
            var (start, end) = times.MinutesOf(slot);
            sum += factors[slot] * (end - start);
        }

        return sum / WeeklySchedule.MinutesPerDay;
    }
}
