using Territory.Roads.Network;
using Territory.Roads.Zones;

namespace Territory.Roads.Profiles;

/// <summary>What holds on a network over and above the map: zones that planners drew (限行区域) and speeds learned from trips. Immutable.</summary>
public sealed class RoadConditions
{
    private readonly AccessRule[] rules;
    private readonly int[] zonedSegments;
    private readonly int[] firstZone;
    private readonly string[] zoneNames;

    private RoadConditions(Lazy<string>? network, AccessRule[] rules, List<(int Segment, string Zone)> zoned, SpeedFactors? speedFactors)
    {
        Network = network;
        this.rules = rules;
        zoned.Sort((a, b) => a.Segment != b.Segment ? a.Segment.CompareTo(b.Segment) : string.CompareOrdinal(a.Zone, b.Zone));
        zonedSegments = [.. zoned.Select(pair => pair.Segment).Distinct()];
        zoneNames = [.. zoned.Select(pair => pair.Zone)];
        firstZone = new int[zonedSegments.Length + 1];
        foreach (var (segment, _) in zoned)
            firstZone[Array.BinarySearch(zonedSegments, segment) + 1]++;
        for (var i = 0; i < zonedSegments.Length; i++)
            firstZone[i + 1] += firstZone[i];
        SpeedFactors = speedFactors;
    }

    /// <summary>Nothing but the map.</summary>
    public static RoadConditions None { get; } = new(null, [], [], null);

    public SpeedFactors? SpeedFactors { get; }

    /// <summary>The fingerprint of the network whose segments are meant; null where none are.</summary>
    internal Lazy<string>? Network { get; }

    /// <param name="zones">Where they overlap, any one keeps its vehicles out.</param>
    /// <param name="speedFactors">Factors for the segments of this very network.</param>
    /// <param name="closures">
    /// Roads closed besides, or opened that a zone or a timed rule closes, over the zones; of several for one segment the last counts. What the map
    /// never opens to a mode stays closed to it.
    /// </param>
    /// <exception cref="ArgumentException">A closure names a segment that the network does not have.</exception>
    /// <exception cref="Territory.Model.Problems.InvalidInputException">The factors were made for another network.</exception>
    public static RoadConditions On(RoadNetwork network, IReadOnlyList<TrafficZone> zones, SpeedFactors? speedFactors = null, IReadOnlyList<AccessRule>? closures = null)
    {
        speedFactors?.RequireFor(network);
        var denials = new List<AccessRule>();
        var zoned = new List<(int, string)>();
        foreach (var zone in zones)
        {
            foreach (var segment in zone.SegmentsOf(network))
            {
                zoned.Add((segment, zone.Name));
                if (zone.Modes != TravelModes.None)
                    denials.Add(new AccessRule(segment, SegmentDirections.Both, zone.Modes, Allows: false, zone.HeavierThanTenKilograms, zone.Hours));
            }
        }

        foreach (var closure in closures ?? [])
        {
            if ((uint)closure.Segment >= (uint)network.SegmentCount)
                throw new ArgumentException($"A closure names segment {closure.Segment}; the network has {network.SegmentCount}.", nameof(closures));
            denials.Add(closure);
        }

        // The sort is stable, so that closures come after the zones of their segment, in the order given.
        return new RoadConditions(network.LazyFingerprint, [.. denials.OrderBy(rule => rule.Segment)], zoned, speedFactors);
    }

    internal ReadOnlySpan<AccessRule> RulesOf(int segment) => AccessRuleSearch.Of(rules, segment);

    /// <summary>The names of the zones that a segment lies in.</summary>
    internal ReadOnlySpan<string> ZonesOf(int segment)
    {
        var place = Array.BinarySearch(zonedSegments, segment);
        return place < 0 ? [] : zoneNames.AsSpan(firstZone[place]..firstZone[place + 1]);
    }
}
