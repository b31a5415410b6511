using System.Text.Json;
using Territory.Model.Geography;
using Territory.Roads.Calibration;

namespace Territory.Roads.Tests.Fixtures;

/// <summary>300 places on Malta, and the times and lengths between them by an independent engine's car.</summary>
internal static class MaltaReference
{
    private static readonly Lazy<ObservedTravel> Read = new(() =>
    {
        GeoPoint[] points = [.. JsonDocument.Parse(File.ReadAllText(SharedData.Roads("malta-reference-points-300.json"))).RootElement.EnumerateArray()
            .Select(point => new GeoPoint(point.GetProperty("lon").GetDouble(), point.GetProperty("lat").GetDouble()))];
        var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Roads("malta-reference-car-300.json"))).RootElement;
        return new ObservedTravel(points, points, Rows(reference.GetProperty("durations"), 1), Rows(reference.GetProperty("distances"), 1000));
    });

    public static ObservedTravel Travel => Read.Value;

    private static double[][] Rows(JsonElement rows, double unit) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() * unit : double.NaN).ToArray())];
}
