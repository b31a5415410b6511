using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>An access tag taken apart: "motor_vehicle:backward:conditional" is the key motor_vehicle, backward, with clauses.</summary>
/// <param name="Value">Of an unconditional tag; null for a conditional one.</param>
/// <param name="Clauses">Of a conditional tag.</param>
internal sealed record AccessTag(string Key, SegmentDirections Directions, string? Value, IReadOnlyList<ConditionalClause> Clauses)
{
    /// <summary>Null when the tag is none of the wanted keys, or one with another suffix, such as "access:lanes".</summary>
    public static AccessTag? Read(string tag, string value, IReadOnlySet<string> wanted, OsmImportCounts counts)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? tag : tag[..colon];
        if (!wanted.Contains(key))
            return null;
        (SegmentDirections Directions, bool IsConditional)? kind = colon < 0 ? (SegmentDirections.Both, false) : tag[(colon + 1)..] switch
        {
            "conditional" => (SegmentDirections.Both, true),
            "forward" => (SegmentDirections.Forward, false),
            "backward" => (SegmentDirections.Backward, false),
            "forward:conditional" => (SegmentDirections.Forward, true),
            "backward:conditional" => (SegmentDirections.Backward, true),
            _ => null,
        };
        if (kind is not { } found)
            return null;
        if (!found.IsConditional)
            return new AccessTag(key, found.Directions, value, []);
        var (clauses, unread) = ConditionalTagParser.Parse(value);
        counts.Skip("conditional.unread", unread);
        counts.ConditionsRead += clauses.Count;
        return new AccessTag(key, found.Directions, null, clauses);
    }
}
