using System.Text;

namespace Territory.Roads.Osm.Pbf;

/// <summary>Checks the file's OSMHeader: a feature that a reader must know and does not is a reason to refuse.</summary>
internal static class HeaderBlock
{
    private static readonly string[] Known = ["OsmSchema-V0.6", "DenseNodes"];

    public static void Check(ReadOnlySpan<byte> content)
    {
        var reader = new WireReader(content);
        while (reader.Next())
        {
            if (reader.Field != 4)
            {
                reader.Skip();
                continue;
            }

            var feature = Encoding.UTF8.GetString(reader.Bytes());
            if (!Known.Contains(feature, StringComparer.Ordinal))
                throw new PbfFormatException($"the file requires the feature \"{Shortened(feature)}\", which is not supported");
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
