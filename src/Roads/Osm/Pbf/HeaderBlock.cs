using System.Text;

namespace Territory.Roads.Osm.Pbf;

/// <summary>Checks the file's OSMHeader: a feature that a reader must know and does not is a reason to refuse.</summary>
internal static class HeaderBlock
{
    private const int MaxShown = 60;

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

            var name = reader.Bytes();
            // A longer name is none that is known, and no reason to copy it whole.
            var feature = Encoding.UTF8.GetString(name[..Math.Min(name.Length, MaxShown)]);
            if (name.Length > MaxShown || !Known.Contains(feature, StringComparer.Ordinal))
                throw new PbfFormatException($"the file requires the feature \"{Printable(feature)}\", which is not supported");
        }
    }

    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
