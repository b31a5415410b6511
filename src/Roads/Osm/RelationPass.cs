using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>First pass: turn restrictions, and which ways border an area worth drawing.</summary>
internal sealed class RelationPass(OsmImportCounts counts) : IOsmVisitor
{
    private readonly RestrictionTagReader restrictions = new(counts);

    /// <summary>A "no entry" sign stands against a handful of roads; what names more pairs of ways is a fault, or meant to swell memory.</summary>
    private const int MostPairs = 100;

    private const int MostViaWays = 50;

    public List<RestrictionRelation> Restrictions { get; } = [];

    public List<AreaRelation> Areas { get; } = [];

    public HashSet<long> AreaWays { get; } = [];

    public void Node(long id, int longitude, int latitude, OsmTags tags)
    {
    }

    public void Way(long id, ReadOnlySpan<long> nodes, OsmTags tags)
    {
    }

    public void Relation(long id, ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
        counts.Relations++;
        if (tags["type"] is { } type && type.StartsWith("restriction", StringComparison.Ordinal))
            AddRestriction(members, tags);
        else if (tags.Is("type", "multipolygon"))
            AddArea(members, tags);
    }

    private void AddArea(ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
        if (OutletTagReader.KindOf(tags) is not null)
            counts.Skip("outlet.relation");
        if (FeatureTagReader.AreaKind(tags) is not { } kind)
            return;
        var outer = new List<long>();
        var inner = new List<long>();
        foreach (var member in members)
        {
            if (member.Kind != ElementKinds.Ways)
                continue;
            AreaWays.Add(member.Id);
            (string.Equals(member.Role, "inner", StringComparison.Ordinal) ? inner : outer).Add(member.Id);
        }

        Areas.Add(new AreaRelation(kind, tags.First("name", "name:zh"), tags.First("name:en"), [.. outer], [.. inner]));
    }

    private void AddRestriction(ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
        var rules = restrictions.Read(tags);
        if (rules.Count > 0)
            Expand(members, rules);
    }

    /// <summary>"No entry" may have several from ways and "no exit" several to ways: one restriction for each pair.</summary>
    private void Expand(ReadOnlySpan<RelationMember> members, IReadOnlyList<RestrictionRule> rules)
    {
        var from = new List<long>();
        var to = new List<long>();
        var viaWays = new List<long>();
        var viaNodes = new List<long>();
        foreach (var member in members)
        {
            var list = (member.Role, member.Kind) switch
            {
                ("from", ElementKinds.Ways) => from,
                ("to", ElementKinds.Ways) => to,
                ("via", ElementKinds.Ways) => viaWays,
                ("via", ElementKinds.Nodes) => viaNodes,
                _ => null,
            };
            list?.Add(member.Id);
        }

        var isSound = from.Count > 0 && to.Count > 0 && (long)from.Count * to.Count <= MostPairs && viaWays.Count <= MostViaWays;
        if (!isSound || viaNodes.Count > 1 || viaNodes.Count == 0 == (viaWays.Count == 0))
        {
            counts.Skip("restriction.members");
            return;
        }

        long? viaNode = viaNodes.Count == 1 ? viaNodes[0] : null;
        foreach (var start in from)
        {
            foreach (var end in to)
                Restrictions.AddRange(rules.Select(rule => new RestrictionRelation(start, viaNode, [.. viaWays], end, rule)));
        }
    }
}
