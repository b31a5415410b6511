using System.Globalization;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Calibration;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Turns;

namespace Territory.Roads.Benchmarks;

/// <summary>Fits class speeds to half of an independent engine's rows, compares on the other half, and tells the roads of outliers from those of all pairs.</summary>
internal static class ReferenceBenchmark
{
    /// <summary>The reference engine's own habits at junctions: it counts a turn dearer and a light cheaper than our profile.</summary>
    private const string Turns = """{ "name": "car", "base": "car", "turns": { "nearSideSeconds": 8, "farSideSeconds": 8, "signalSeconds": 3.8 } }""";

    public static void Run(Extracts extracts)
    {
        var observed = Read(extracts);
        var file = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, Turns);
        var network = extracts.Malta.With(TravelProfile.Read(file));
        File.Delete(file);
        var (fitted, timing) = Timing.Of(() => SpeedCalibration.Fit(network, TravelMode.Car, observed.Rows(row => row % 2 == 0)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fitted in {timing.ProcessorSeconds:F0} s: limits held to {fitted.LimitFactor:F3}; km/h by class:"));
        Console.WriteLine(string.Join(", ", Enum.GetValues<RoadClass>().Select(roadClass => string.Create(CultureInfo.InvariantCulture, $"{roadClass} {fitted.SpeedKmh(roadClass, 0):F1}"))));
        Console.WriteLine();
        Console.WriteLine("| rows | pairs | time off, median | nine tenths | above 20 % | length off, median | over pairs |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var after = network.With(fitted);
        Line("odd, before", observed.Rows(row => row % 2 == 1), network);
        Line("even, fitted", observed.Rows(row => row % 2 == 0), after);
        Line("odd, held out", observed.Rows(row => row % 2 == 1), after);
        Console.WriteLine();
        Outliers(after, observed.Rows(row => row % 2 == 1));
    }

    private static void Line(string name, ObservedTravel observed, RoadNetwork network)
    {
        var agreement = TravelAgreement.Of(observed, new TravelMatrixBuilder(network).Compute(observed.Sources, observed.Targets, TravelMode.Car));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {agreement.Pairs} | {agreement.MedianTimeError:P2} | {agreement.NinthDecileTimeError:P1} | {agreement.OutlierPairsShare:P1} | {agreement.MedianLengthError:P2} | {agreement.AgreeingPairs} |"));
    }

    private static void Outliers(RoadNetwork network, ObservedTravel observed)
    {
        var hierarchy = network.HierarchyFor(TravelMode.Car);
        var tables = network.Tables;
        var search = new PointSearch(hierarchy);
        RoadPosition[] from = [.. observed.Sources.Select(PositionOf)];
        RoadPosition[] to = [.. observed.Targets.Select(PositionOf)];
        var meters = new double[2, RoadClassExtensions.Count];
        var pairs = new int[2];
        var near = new int[2];
        for (var row = 0; row < from.Length; row++)
        {
            for (var column = 0; column < to.Length; column++)
            {
                if (!(observed.Seconds[row][column] > 0) || search.Path(from[row], to[column]) is not { } path)
                    continue;
                var isOutlier = Math.Abs((path.Cost.Seconds / observed.Seconds[row][column]) - 1) > TravelAgreement.OutlierShare ? 1 : 0;
                pairs[isOutlier]++;
                near[isOutlier] += observed.Meters[row][column] < 3000 ? 1 : 0;
                foreach (var vertex in path.Vertices)
                {
                    var segment = hierarchy.Graph.Arcs[vertex] >> 1;
                    meters[isOutlier, tables.SegmentClass[segment]] += tables.SegmentLengthCentimeters[segment] / 100.0;
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Outliers: {pairs[1]} of {pairs[0] + pairs[1]} pairs; {(double)near[1] / Math.Max(1, pairs[1]):P0} of them are under 3 km, of the others {(double)near[0] / Math.Max(1, pairs[0]):P0}. Metres of our paths by class:"));
        Console.WriteLine();
        Console.WriteLine("| class | outliers | the others |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var roadClass in Enum.GetValues<RoadClass>())
        {
            if (meters[0, (int)roadClass] + meters[1, (int)roadClass] > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {roadClass} | {Share(1, roadClass):P1} | {Share(0, roadClass):P1} |"));
        }

        double Share(int kind, RoadClass roadClass) => meters[kind, (int)roadClass] / Math.Max(1, Enumerable.Range(0, RoadClassExtensions.Count).Sum(other => meters[kind, other]));

        RoadPosition PositionOf(GeoPoint point) => RoadPosition.Of(tables, hierarchy.Graph, network.Snap(point, TravelMode.Car));
    }

    private static ObservedTravel Read(Extracts extracts)
    {
        GeoPoint[] points = [.. JsonDocument.Parse(File.ReadAllText(extracts.PathOf("malta-reference-points-300.json"))).RootElement.EnumerateArray()
            .Select(point => new GeoPoint(point.GetProperty("lon").GetDouble(), point.GetProperty("lat").GetDouble()))];
        var reference = JsonDocument.Parse(File.ReadAllText(extracts.PathOf("malta-reference-car-300.json"))).RootElement;
        return new ObservedTravel(points, points, Rows("durations", 1), Rows("distances", 1000));

        double[][] Rows(string name, double unit) => [.. reference.GetProperty(name).EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() * unit : double.NaN).ToArray())];
    }
}
