using System.Text;

namespace Territory.Dashboard.Exports;

/// <summary>The files of one plan beside each other: JSON as the API gives it, GeoJSON, CSV for spreadsheets, and HTML to print.</summary>
internal static class PlanFiles
{
    // Excel reads a CSV as UTF-8 only behind a byte order mark; JSON must not have one (RFC 8259, 8.1).
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files; each is there whole or not at all.</summary>
    /// <param name="stem">The name of the files without their endings.</param>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(string directory, string stem, string json, string geoJson, string csv, string html)
    {
        Directory.CreateDirectory(directory);
        return
        [
            Save(".json", json, WithoutMark),
            Save(".geojson", geoJson, WithoutMark),
            Save(".csv", csv, WithMark),
            Save(".html", html, WithoutMark),
        ];

        string Save(string ending, string content, Encoding encoding)
        {
            var path = Path.Combine(directory, stem + ending);
            File.WriteAllText(path + ".partial", content, encoding);
            File.Move(path + ".partial", path, overwrite: true);
            return path;
        }
    }
}
