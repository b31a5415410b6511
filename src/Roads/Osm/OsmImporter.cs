using Territory.Model.Problems;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;
using Territory.Roads.Profiles;

namespace Territory.Roads.Osm;

/// <summary>Makes roads, outlets and map features of an OpenStreetMap PBF extract.</summary>
/// <remarks>
/// Algorithm: three passes over the file (relations, ways, nodes), of which the later ones open only the blobs that hold what they look for;
/// memory grows with what is kept, not with the file.
/// Complexity: linear in the file, and O(n log n) in kept nodes.
/// Source: the PBF format description of the OpenStreetMap wiki; the reader is written from it.
/// </remarks>
public static class OsmImporter
{
    /// <exception cref="InvalidInputException">The file is missing, no PBF, damaged, swollen, or holds no road.</exception>
    public static OsmExtract Import(string path, IProgress<OsmImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Import(path, [], progress, cancellationToken);

    /// <param name="profiles">Whose signs are read for their modes, in place of the profiles that come with the program; at most one for each mode.</param>
    /// <exception cref="InvalidInputException">The file is missing, no PBF, damaged, swollen, or holds no road.</exception>
    public static OsmExtract Import(
        string path, IReadOnlyList<TravelProfile> profiles, IProgress<OsmImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var readers = new ImportProfiles(profiles);
        using var file = new PbfFile(path);
        var counts = new OsmImportCounts();
        var reading = new ExtractReading(file, progress, cancellationToken);
        var relations = new RelationPass(counts);
        reading.Pass("relations", ElementKinds.Relations, relations);
        var ways = new WayPass(relations, readers, counts);
        reading.Pass("ways", ElementKinds.Ways, ways);
        if (counts.RoadWays == 0)
            throw new InvalidInputException(new Problem("osm.roads.none", "The extract holds no road that anyone may use; a region needs one with highways.", path));
        var store = new NodeStore(ways.References);
        var nodes = new NodePass(store, readers, counts);
        reading.Pass("nodes", ElementKinds.Nodes, nodes);
        counts.Skip("node.coordinates.invalid", reading.InvalidNodes);
        counts.Skip("way.nodes.many", reading.OverlongWays);
        var extract = new ExtractAssembly(relations, ways, store, counts).Finish(nodes);
        if (extract.Roads.SegmentCount == 0)
            throw new InvalidInputException(new Problem("osm.roads.none", "None of the extract's roads has its nodes in the file; make the extract with complete ways.", path));
        var (node, roads) = Junctions.Largest(extract.Roads.Tables);
        return roads <= Junctions.MostRoads
            ? extract
            : throw new InvalidInputException(new Problem(
                "roads.junction.size", $"At most {Junctions.MostRoads} roads may meet at one junction; {roads} do at {extract.Roads.NodePoint(node)}. The extract is damaged.", path));
    }
}
