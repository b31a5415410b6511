using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>Gathers the rules of one way, so that modes and directions with the same rule share one.</summary>
internal sealed class WayRules
{
    private readonly List<WayRule> forward = [];
    private readonly List<WayRule> backward = [];
    private readonly List<WayRule> last = [];

    /// <summary>Rules of several modes first, in the order in which they override each other, then those for all.</summary>
    public IReadOnlyList<WayRule> All
    {
        get
        {
            var isSameBothWays = forward.SequenceEqual(backward.Select(rule => rule with { Directions = SegmentDirections.Forward }));
            return isSameBothWays
                ? [.. forward.Select(rule => rule with { Directions = SegmentDirections.Both }), .. last]
                : [.. forward, .. backward, .. last];
        }
    }

    /// <summary>Adds a rule behind those of single modes.</summary>
    public void AddLast(WayRule rule) => last.Add(rule);

    /// <summary>Adds the conditions of one mode in one direction, in their order.</summary>
    public void Add(TravelModes mode, SegmentDirections direction, AccessTagReader.Judgement judgement)
    {
        var rules = direction == SegmentDirections.Forward ? forward : backward;
        var next = 0;
        foreach (var (allows, clause) in judgement.Conditions)
        {
            // Only a rule behind the one before may be shared, or the order in which this mode's rules override each other would change.
            var rule = new WayRule(direction, mode, allows, clause.HeavierThanTenKilograms, clause.Schedule);
            var same = rules.FindIndex(next, other => other with { Modes = mode } == rule);
            if (same < 0)
            {
                same = rules.Count;
                rules.Add(rule);
            }
            else
            {
                rules[same] = rules[same] with { Modes = rules[same].Modes | mode };
            }

            next = same + 1;
        }
    }
}
