using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Dashboard.Exports.Tables;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>What a calibration found as tables: the numbers are those on record, digit by digit.</summary>
internal static class CalibrationTables
{
    private const string Sample = "sample";
    private const string Weeks = "weeks";

    private static readonly string[] OfCell = ["cell", "longitude", "latitude"];
    private static readonly string[] OfWeek = ["week", "firstDay", "actual", "low", "median", "high", "heldOut"];

    public static IReadOnlyList<string> Names { get; } = [Sample, Weeks];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static async Task<string> MakeAsync(string name, LabCalibrationRecord calibration, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        var kind = name == Sample ? LabTextKind.Sample : LabTextKind.Weeks;
        using var text = JsonDocument.Parse(await calibrations.TextAsync(calibration, kind, cancellationToken));
        return name == Sample ? SampleOf(text.RootElement) : WeeksOf(text.RootElement);
    }

    private static string SampleOf(JsonElement sample)
    {
        var table = new CsvText([.. sample.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)]);
        foreach (var row in sample.GetProperty("rows").EnumerateArray())
            table.Row([.. row.EnumerateArray().Select(Text)]);
        return table.ToString();
    }

    private static string WeeksOf(JsonElement cells)
    {
        var table = new CsvText([.. OfCell, .. OfWeek]);
        foreach (var cell in cells.EnumerateArray())
        {
            foreach (var week in cell.GetProperty("weeks").EnumerateArray())
                table.Row([.. OfCell.Select(column => Member(cell, column)), .. OfWeek.Select(column => Member(week, column))]);
        }

        return table.ToString();
    }

    private static string Member(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Text(value) : "";

    /// <summary>What is not known is empty, not zero.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
