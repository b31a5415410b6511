using System.Text;

namespace Territory.Dashboard.Exports;

/// <summary>The files of one plan beside each other.</summary>
internal static class PlanFiles
{
    // Excel reads a CSV as UTF-8 only behind a byte order mark; JSON must not have one (RFC 8259, 8.1).
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public static PlanFile Json(string content, string ending = ".json") => new(ending, "application/json", WithoutMark.GetBytes(content));

    public static PlanFile GeoJson(string content) => new(".geojson", "application/geo+json", WithoutMark.GetBytes(content));

    public static PlanFile Csv(string content) => new(".csv", "text/csv; charset=utf-8; header=present", [.. Encoding.UTF8.Preamble, .. WithoutMark.GetBytes(content)]);

    public static PlanFile Page(string ending, string content, string? contentPolicy = null) => new(ending, "text/html; charset=utf-8", WithoutMark.GetBytes(content), contentPolicy);

    public static PlanFile Text(string ending, string contentType, string content) => new(ending, contentType, WithoutMark.GetBytes(content));

    /// <summary>Writes the files; each is there whole or not at all.</summary>
    /// <param name="stem">The name of the files without their endings.</param>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(string directory, string stem, params IEnumerable<PlanFile> files)
    {
        Directory.CreateDirectory(directory);
        var written = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(directory, stem + file.Ending);
            File.WriteAllBytes(path + ".partial", file.Content);
            File.Move(path + ".partial", path, overwrite: true);
            written.Add(path);
        }

        return written;
    }
}
