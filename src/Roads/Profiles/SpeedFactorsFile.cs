using System.Text.Json;
using Territory.Model.Problems;
using Territory.Roads.Files;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>The JSON form of learned speed factors; docs/road-profiles.md describes it.</summary>
public static class SpeedFactorsFile
{
    private const string Code = "speeds";
    private const long MaxBytes = 512 << 20;
    private const int RowLength = 3;

    /// <exception cref="InvalidInputException">The file is missing or holds no factors; every problem is listed with its place.</exception>
    public static SpeedFactors Read(string path) => Parse(JsonProblems.ReadText(path, Code, MaxBytes), path);

    /// <param name="file">The file as the user named it, for the problems.</param>
    public static SpeedFactors Parse(string json, string file)
    {
        var problems = new JsonProblems(file, Code);
        using var document = problems.Parse(json);
        var root = new JsonPlace(document.RootElement, "$", problems);
        root.HasOnly("network", "slots", "classes", "segments");
        var network = root.Optional("network") is { IsNull: false } name ? name.Text() : null;
        IReadOnlyList<TimeOnly> slots = root.Optional("slots") is { } starts && starts.Items().Any() ? SlotTimes.Read(starts, TimeFactors.MaxSlots) ?? [] : [];
        var classes = root.Optional("classes") is { } table ? Classes(table, slots.Count) : [];
        var segments = root.Optional("segments") is { } rows ? Segments(rows) : [];
        if (segments.Count > 0 && network is null)
            problems.Add("value.missing", "Factors by segment need the fingerprint of the network that they belong to.", "$.network");
        problems.ThrowIfAny();
        return new SpeedFactors(network, slots, segments, classes);
    }

    public static void Write(SpeedFactors factors, string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        if (factors.Network is { } network)
            writer.WriteString("network", network);
        // What was learned from tracks has no slots, and a list of none is not allowed.
        if (factors.SlotStarts.Count > 0)
            WriteClasses(writer, factors);
        writer.WriteStartArray("segments");
        foreach (var (segment, (forward, backward)) in factors.Segments.OrderBy(pair => pair.Key))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(segment);
            Write(writer, forward);
            Write(writer, backward);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteClasses(Utf8JsonWriter writer, SpeedFactors factors)
    {
        writer.WriteStartArray("slots");
        foreach (var start in factors.SlotStarts)
            writer.WriteStringValue(start.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteEndArray();
        writer.WriteStartObject("classes");
        foreach (var (roadClass, values) in factors.Classes.OrderBy(pair => pair.Key))
        {
            writer.WriteStartArray(SnakeCase<RoadClass>.Of(roadClass));
            foreach (var value in values)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, double? factor)
    {
        if (factor is { } value)
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }

    private static Dictionary<RoadClass, IReadOnlyList<double>> Classes(JsonPlace table, int slotCount)
    {
        var classes = new Dictionary<RoadClass, IReadOnlyList<double>>();
        if (!table.HasOnly([.. SnakeCase<RoadClass>.Names]))
            return classes;
        foreach (var (name, list) in table.Members())
        {
            if (slotCount == 0)
            {
                list.Refuse("count", "Factors by class need slots, each with its beginning.");
                continue;
            }

            double[] factors = [.. list.Items().Select(item => item.Number(SpeedFactors.Least, SpeedFactors.Most))];
            if (factors.Length != slotCount)
                list.Refuse("count", $"Give one factor for each of the {slotCount} slots.");
            else if (SnakeCase<RoadClass>.TryParse(name, out var roadClass))
                classes.Add(roadClass, factors);
        }

        return classes;
    }

    private static Dictionary<int, (double? Forward, double? Backward)> Segments(JsonPlace rows)
    {
        var segments = new Dictionary<int, (double?, double?)>();
        foreach (var row in rows.Items())
        {
            var items = row.Items().ToArray();
            if (items.Length != RowLength)
                row.Refuse("count", "Give three entries: the segment's number, the factor along it, the factor against it; null where none was learned.");
            else if (!segments.TryAdd(items[0].Whole(0, int.MaxValue), (Factor(items[1]), Factor(items[2]))))
                row.Refuse("duplicate", "Each segment may occur once.");
        }

        return segments;
    }

    private static double? Factor(JsonPlace place) => place.IsNull ? null : place.Number(SpeedFactors.Least, SpeedFactors.Most);
}
