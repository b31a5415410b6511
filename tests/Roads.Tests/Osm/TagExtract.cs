using Territory.Roads.Osm;
using Territory.Roads.Profiles;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>A small extract of ten nodes in a row, 0.01 degrees apart, to which a test adds ways and relations; imported through the whole reader.</summary>
internal sealed class TagExtract
{
    public const int NodeCount = 10;

    private readonly Dictionary<long, string[]> nodeTags = [];
    private readonly List<Action<PbfWriter>> rest = [];

    public TagExtract Tag(long node, params string[] tags)
    {
        nodeTags[node] = tags;
        return this;
    }

    public TagExtract Way(long id, long[] nodes, params string[] tags)
    {
        rest.Add(pbf => pbf.Way(id, nodes, tags));
        return this;
    }

    public TagExtract Relation(long id, (string Role, int Type, long Id)[] members, params string[] tags)
    {
        rest.Add(pbf => pbf.Relation(id, members, tags));
        return this;
    }

    /// <summary>Tags are written as "key=value", several parted by blanks; a blank within a value as "~".</summary>
    public static string[] Tags(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(tag => new[] { tag[..tag.IndexOf('=')], tag[(tag.IndexOf('=') + 1)..].Replace('~', ' ') })];

    /// <summary>One way from node 1 to node 2 beside a plain street, so that a road that is left out leaves an extract that still has one.</summary>
    public static OsmExtract OfWay(string tags, params TravelProfile[] profiles) => new TagExtract()
        .Way(1, [1, 2], Tags(tags)).Way(2, [3, 4], "highway", "residential").Import(profiles);

    public OsmExtract Import(params TravelProfile[] profiles)
    {
        var pbf = new PbfWriter();
        for (var i = 0; i < NodeCount; i++)
            pbf.Node(i + 1, 113 + (i * 0.01), 23, nodeTags.GetValueOrDefault(i + 1, []));
        rest.ForEach(add => add(pbf));
        using var file = new TemporaryFile(pbf.ToArray(), ".osm.pbf");
        return OsmImporter.Import(file.Path, profiles);
    }
}
