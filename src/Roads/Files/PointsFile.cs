using System.Globalization;
using System.IO.Compression;
using Territory.Model.Geography;
using Territory.Model.Problems;

namespace Territory.Roads.Files;

/// <summary>Reads a list of points: a CSV with header <c>id,lon,lat</c> or <c>lon,lat</c>, or bare <c>lon lat</c> lines; a name that ends in .gz is unpacked.</summary>
public static class PointsFile
{
    /// <summary>More bad lines than this are counted, not listed, so that a wrong file does not flood its reader.</summary>
    public const int MaxListedProblems = 1000;

    /// <summary>A million points with long names; what is larger, packed or not, is no list of points.</summary>
    public const int MaxBytes = 64 << 20;

    private const int MaxShownLength = 60;

    /// <exception cref="InvalidInputException">The file is missing, empty or too large, or has bad lines; every one is listed.</exception>
    public static IReadOnlyList<NamedPoint> Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(Bounded(content, path));
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(new Problem("points.file.unreadable", exception.Message, path));
        }
    }

    /// <param name="name">The file as the user named it, for the problems.</param>
    public static IReadOnlyList<NamedPoint> Read(TextReader reader, string name)
    {
        var rows = new Rows(name);
        var number = 0;
        while (reader.ReadLine() is { } line)
            rows.Add(++number, line.Trim());
        return rows.Finish();
    }

    /// <summary>The whole content, so that a line without an end cannot fill the memory.</summary>
    private static MemoryStream Bounded(Stream content, string path)
    {
        var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (var count = content.Read(block); count > 0; count = content.Read(block))
        {
            if (bytes.Length + count > MaxBytes)
                throw new InvalidInputException(new Problem("points.file.size", string.Create(CultureInfo.InvariantCulture, $"The file holds more than {MaxBytes} bytes."), path));
            bytes.Write(block, 0, count);
        }

        bytes.Position = 0;
        return bytes;
    }

    private sealed class Rows(string name)
    {
        private readonly List<NamedPoint> points = [];
        private readonly List<Problem> problems = [];
        private readonly HashSet<string> ids = new(StringComparer.Ordinal);
        private long bad;
        private bool hasStarted;
        private bool isCsv;
        private bool hasIds;

        public void Add(int number, string line)
        {
            if (line.Length == 0)
                return;
            if (!hasStarted)
            {
                hasStarted = true;
                if (IsHeader(line))
                    return;
            }

            var fields = isCsv ? line.Split(',', StringSplitOptions.TrimEntries) : line.Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            var expected = hasIds ? 3 : 2;
            if (fields.Length != expected)
            {
                Refuse("points.line.fields", $"A line has {expected} fields ({(hasIds ? "id, lon, lat" : "lon, lat")}); this one has {fields.Length}.", number, null, line);
                return;
            }

            var id = hasIds ? fields[0].Trim('"') : (points.Count + bad).ToString(CultureInfo.InvariantCulture);
            var isGood = Coordinate(fields[^2], 180, "lon", number, out var longitude) & Coordinate(fields[^1], 90, "lat", number, out var latitude);
            if (id.Length == 0)
                Refuse("points.id.missing", "A point needs an id.", number, "id", line);
            else if (!ids.Add(id))
                Refuse("points.id.duplicate", "Each id may occur once.", number, "id", id);
            else if (isGood)
                points.Add(new NamedPoint(id, new GeoPoint(longitude, latitude)));
        }

        public IReadOnlyList<NamedPoint> Finish()
        {
            if (bad > problems.Count)
                problems.Add(new Problem("points.lines.more", $"{bad - problems.Count} more problems are not listed.", name));
            if (bad == 0 && points.Count == 0)
                problems.Add(new Problem("points.file.empty", "The file holds no points; write \"lon lat\" lines or a CSV with header id,lon,lat.", name));
            return problems.Count == 0 ? points : throw new InvalidInputException(problems);
        }

        private bool IsHeader(string line)
        {
            var fields = line.Split(',').Select(field => field.Trim().Trim('"').ToLowerInvariant()).ToArray();
            hasIds = fields is ["id", "lon", "lat"];
            isCsv = hasIds || fields is ["lon", "lat"];
            return isCsv;
        }

        private bool Coordinate(string text, double limit, string field, int number, out double value)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= limit)
                return true;
            Refuse("points.coordinate", $"A {field} is a number of degrees from -{limit} to {limit}.", number, field, text);
            return false;
        }

        private void Refuse(string code, string rule, int number, string? field, string value)
        {
            bad++;
            if (problems.Count < MaxListedProblems)
                problems.Add(new Problem(code, rule, name, number, field, value.Length <= MaxShownLength ? value : value[..MaxShownLength] + "..."));
        }
    }
}
