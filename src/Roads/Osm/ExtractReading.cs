using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Runs passes over the data blobs of one file and remembers what each blob holds.</summary>
internal sealed class ExtractReading
{
    private readonly PbfFile file;
    private readonly IProgress<OsmImportProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly PrimitiveBlock block = new();
    private readonly List<BlobPlace> places;
    private readonly ElementKinds[] kinds;

    public ExtractReading(PbfFile file, IProgress<OsmImportProgress>? progress, CancellationToken cancellationToken)
    {
        this.file = file;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        places = file.FindBlobs(cancellationToken);
        foreach (var place in places.Where(place => place.IsHeader))
            file.Open(place, HeaderBlock.Check);
        places.RemoveAll(place => place.IsHeader);
        kinds = new ElementKinds[places.Count];
        Array.Fill(kinds, ElementKinds.Nodes | ElementKinds.Ways | ElementKinds.Relations);
    }

    public long InvalidNodes => block.InvalidNodes;

    public long OverlongWays => block.OverlongWays;

    public void Pass(string stage, ElementKinds wanted, IOsmVisitor visitor)
    {
        file.BeginPass();
        for (var i = 0; i < places.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new OsmImportProgress(stage, (double)i / places.Count));
            if ((kinds[i] & wanted) == ElementKinds.None)
                continue;
            var index = i;
            file.Open(places[i], content => kinds[index] = block.Read(content, wanted, visitor));
        }

        progress?.Report(new OsmImportProgress(stage, 1));
    }
}
