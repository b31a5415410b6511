using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>An access tag taken apart: "motor_vehicle:backward:conditional" is the key motor_vehicle, backward, with clauses.</summary>
/// <param name="Value">Of an unconditional tag; null for a conditional one.</param>
/// <param name="Clauses">Of a conditional tag.</param>
internal sealed record AccessTag(string Key, SegmentDirections Directions, string? Value, IReadOnlyList<ConditionalClause> Clauses)
{
    /// <summary>Null when the tag's key matters to no profile, or one with another suffix, such as "access:lanes".</summary>
    public static AccessTag? Read(string tag, string value, ImportProfiles profiles, OsmImportCounts counts)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? tag.AsSpan() : tag.AsSpan(0, colon);
        if (!profiles.Reads(key))
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
            return new AccessTag(key.ToString(), found.Directions, value, []);
        var (clauses, unread) = ConditionalTagParser.Parse(value);
        counts.Skip("conditional.unread", unread);
        counts.ConditionsRead += clauses.Count;
        return new AccessTag(key.ToString(), found.Directions, null, clauses);
    }
}
