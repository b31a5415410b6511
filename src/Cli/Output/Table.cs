using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Territory.Cli.Output;

/// <summary>A JSON object as aligned lines of name and value; an array of objects as rows under a heading.</summary>
internal static class Table
{
    private const int LongestArray = 40;

    public static string Of(JsonObject result)
    {
        var text = new StringBuilder();
        var width = result.Count == 0 ? 0 : result.Max(property => property.Key.Length);
        foreach (var (name, value) in result)
        {
            if (value is JsonArray rows && rows.Count > 0 && rows[0] is JsonObject)
                Rows(text, name, rows);
            else
                text.AppendLine(CultureInfo.InvariantCulture, $"{name.PadRight(width)}  {Scalar(value)}");
        }

        return text.ToString().TrimEnd();
    }

    private static void Rows(StringBuilder text, string name, JsonArray rows)
    {
        var columns = rows.OfType<JsonObject>().SelectMany(row => row.Select(property => property.Key)).Distinct().ToList();
        var cells = rows.OfType<JsonObject>().Select(row => columns.ConvertAll(column => Scalar(row[column]))).ToList();
        var widths = columns.Select((column, index) => Math.Max(column.Length, cells.Max(row => row[index].Length))).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{name}:");
        text.AppendLine("  " + string.Join("  ", columns.Select((column, index) => column.PadRight(widths[index]))));
        foreach (var row in cells)
            text.AppendLine("  " + string.Join("  ", row.Select((cell, index) => cell.PadRight(widths[index]))));
    }

    private static string Scalar(JsonNode? value) => value switch
    {
        null => "-",
        JsonArray { Count: > LongestArray } array => $"[{array.Count} items]",
        JsonValue plain => plain.ToString(),
        _ => value.ToJsonString(),
    };
}
