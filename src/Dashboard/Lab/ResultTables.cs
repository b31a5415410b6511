using System.Text.Json;
using Territory.Dashboard.Exports.Tables;

namespace Territory.Dashboard.Lab;

/// <summary>A run's result as tables: the numbers are those of the result, digit by digit.</summary>
internal static class ResultTables
{
    private const string Weeks = "weeks";
    private const string Kpis = "kpis";

    public static IReadOnlyList<string> Names { get; } = [Weeks, Kpis];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="variants">The scenario's own result, then those of its variants.</param>
    public static string Make(string name, IReadOnlyList<string> variants)
    {
        var table = new CsvText(name == Weeks ? ["variant", "region", "measure", "week", "mean", "low", "high"] : ["variant", "figure", "mean", "low", "high", "sd"]);
        foreach (var text in variants)
        {
            using var variant = JsonDocument.Parse(text);
            if (name == Weeks)
                AddWeeks(table, variant.RootElement);
            else
                AddFigures(table, variant.RootElement);
        }

        return table.ToString();
    }

    private static void AddWeeks(CsvText table, JsonElement variant)
    {
        var name = variant.GetProperty("name").GetString()!;
        foreach (var curve in variant.GetProperty("curves").EnumerateArray())
        {
            var (low, high) = (curve.GetProperty("low"), curve.GetProperty("high"));
            foreach (var (week, mean) in curve.GetProperty("mean").EnumerateArray().Index())
            {
                table.Row([
                    name, curve.GetProperty("region").GetString()!, curve.GetProperty("measure").GetString()!, CsvText.Number(week + 1), Number(mean), Number(low[week]),
                    Number(high[week]),
                ]);
            }
        }
    }

    private static void AddFigures(CsvText table, JsonElement variant)
    {
        var name = variant.GetProperty("name").GetString()!;
        foreach (var figure in variant.GetProperty("kpis").EnumerateArray())
        {
            table.Row([
                name, figure.GetProperty("figure").GetString()!, Number(figure.GetProperty("mean")), Number(figure.GetProperty("low")), Number(figure.GetProperty("high")),
                Number(figure.GetProperty("sd")),
            ]);
        }
    }

    /// <summary>What is not known is empty, not zero.</summary>
    private static string Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
}
