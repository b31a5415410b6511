using System.Globalization;
using Territory.Roads.Osm;

namespace Territory.Cli.Output;

/// <summary>An import's progress as lines on standard error, one a stage.</summary>
internal sealed class LineProgress(Reply reply) : IProgress<OsmImportProgress>
{
    private string? stage;

    public void Report(OsmImportProgress value)
    {
        if (value.Stage == stage)
            return;
        stage = value.Stage;
        reply.Progress(string.Create(CultureInfo.InvariantCulture, $"Reading the map: {value.Stage}"));
    }
}
