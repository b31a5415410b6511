using System.Text.Json;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Matrices;

/// <summary>Compares with a 300 x 300 matrix of Malta made by Valhalla's car costing, an independent engine with turn costs and restrictions of its own.</summary>
public sealed class MaltaReferenceTests(MaltaExtract malta, ITestOutputHelper output)
{
    /// <summary>Every fifth source to all targets keeps the default run short and still compares some 17,000 pairs.</summary>
    private const int EverySource = 5;

    [Fact]
    public void Compute_MaltaByCar_IsCloseToAnIndependentEngine()
    {
        var points = JsonDocument.Parse(File.ReadAllText(SharedData.Roads("malta-reference-points-300.json"))).RootElement.EnumerateArray()
            .Select(point => new GeoPoint(point.GetProperty("lon").GetDouble(), point.GetProperty("lat").GetDouble())).ToArray();
        var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Roads("malta-reference-car-300.json"))).RootElement;
        var kilometers = Rows(reference.GetProperty("distances"));
        var seconds = Rows(reference.GetProperty("durations"));

        var sources = points.Where((_, i) => i % EverySource == 0).ToArray();
        var matrix = new TravelMatrixBuilder(malta.Extract.Roads).Compute(sources, points, TravelMode.Car);

        var distances = new List<double>();
        var ratios = new List<double>();
        for (var i = 0; i < points.Length; i += EverySource)
        {
            var meters = matrix.MetersFrom(i / EverySource);
            var times = matrix.SecondsFrom(i / EverySource);
            for (var j = 0; j < points.Length; j++)
            {
                // Pairs nearer than a kilometre are dominated by the side of the road a point is put on.
                if (i == j || kilometers[i][j] is not > 1 || seconds[i][j] is not > 0)
                    continue;
                meters[j].ShouldNotBe(TravelMatrix.Unreachable, $"{i} to {j}");
                distances.Add(Math.Abs((meters[j] / 1000.0 / kilometers[i][j]!.Value) - 1));
                ratios.Add(times[j] / seconds[i][j]!.Value);
            }
        }

        distances.Sort();
        ratios.Sort();
        output.WriteLine($"{distances.Count} pairs; distance differs by {Median(distances):P2} in the median, {distances[distances.Count * 95 / 100]:P2} at 95 %; "
            + $"time is {Median(ratios):F3} of the reference in the median, {ratios[ratios.Count / 20]:F3} to {ratios[ratios.Count * 95 / 100]:F3} for 90 % of pairs.");
        distances.Count.ShouldBeGreaterThan(15_000);
        Median(distances).ShouldBeLessThan(0.04);

        // The reference averages 58 km/h of free flow; class speeds with stops in them are slower, but not by more than half.
        Median(ratios).ShouldBeInRange(1.0, 1.6);
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    private static double?[][] Rows(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() : (double?)null).ToArray())];
}
