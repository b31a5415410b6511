using System.Globalization;
using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Osm;

namespace Territory.Roads.Benchmarks;

/// <summary>The folder of real extracts.</summary>
internal sealed class Extracts(string folder)
{
    private RoadNetwork? malta;

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*.osm.pbf").Order(StringComparer.Ordinal);

    public RoadNetwork Malta => malta ??= OsmImporter.Import(Path.Combine(folder, "malta-2018.osm.pbf")).Roads;

    public GeoPoint[] MaltaPoints =>
    [
        .. File.ReadAllLines(Path.Combine(folder, "malta-points-1000.txt"))
            .Select(line => line.Split(' '))
            .Select(parts => new GeoPoint(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture))),
    ];

    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>Points near the given ones, within some 500 metres, for more points than there are outlets.</summary>
    public static GeoPoint[] Near(GeoPoint[] points, int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var at = points[random.Next(points.Length)];
                return new GeoPoint(at.Longitude + ((random.NextDouble() - 0.5) * 0.01), at.Latitude + ((random.NextDouble() - 0.5) * 0.01));
            }),
        ];
    }
}
