using System.Diagnostics;
using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Osm;
using Territory.Roads.Routes;

// Usage: dotnet run -c Release --project bench/Roads -- FOLDER_WITH_EXTRACTS
var folder = args.Length > 0 ? args[0] : throw new ArgumentException("Name the folder that holds the .osm.pbf extracts and malta-points-1000.txt.");
Console.WriteLine("| extract | MB | import s | processor s | nodes | segments | ways | outlets | restrictions kept | unread hours | load .roads s |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var path in Directory.EnumerateFiles(folder, "*.osm.pbf").Order(StringComparer.Ordinal))
{
    // The first import of a process also pays for compilation; the second is what a region of that size costs.
    _ = OsmImporter.Import(path);
    var (extract, importSeconds, importCpu) = Timed(() => OsmImporter.Import(path));
    var file = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.roads");
    extract.Roads.Save(file);
    var (_, loadSeconds, _) = Timed(() => RoadNetwork.Load(file));
    File.Delete(file);
    var skippedHours = extract.Counts.Skipped.GetValueOrDefault("opening_hours.unread");
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {Path.GetFileName(path)} | {new FileInfo(path).Length / 1e6:F2} | {importSeconds:F2} | {importCpu:F2} | {extract.Roads.NodeCount} | {extract.Roads.SegmentCount} | {extract.Counts.DrivableWays} drivable of {extract.Counts.RoadWays} | {extract.Outlets.Count} | {extract.Counts.RestrictionsKept} of {extract.Counts.Restrictions} | {skippedHours} of {skippedHours + extract.Counts.OpeningHoursRead} | {loadSeconds:F2} |"));
    if (args.Contains("--counts", StringComparer.Ordinal))
    {
        foreach (var (reason, count) in extract.Counts.Skipped)
            Console.WriteLine($"    {reason}: {count}");
        foreach (var mode in Enum.GetValues<TravelMode>())
            Console.WriteLine($"    {mode}: main {extract.Roads.ArcCount(mode)}, components {string.Join(", ", extract.Roads.ComponentSizes(mode).Take(6))}");
        Console.WriteLine($"    nodes {extract.Counts.Nodes}, ferries {extract.Counts.Ferries}, barriers {extract.Counts.Barriers}; features {string.Join(", ", extract.MapFeatures.GroupBy(feature => feature.Kind).Select(group => $"{group.Key} {group.Count()}"))}");
    }
}

var malta = OsmImporter.Import(Path.Combine(folder, "malta-2018.osm.pbf")).Roads;
var points = File.ReadAllLines(Path.Combine(folder, "malta-points-1000.txt"))
    .Select(line => line.Split(' '))
    .Select(parts => new GeoPoint(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))
    .ToArray();
Console.WriteLine();
Console.WriteLine("| work on malta | processor time | wall time | besides, in processor time |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var mode in Enum.GetValues<TravelMode>())
{
    var builder = new TravelMatrixBuilder(malta);
    var (_, _, graphCpu) = Timed(() => malta.ArcCount(mode));
    _ = builder.Snap(points[..10], mode);
    var (snapped, _, snapCpu) = Timed(() => builder.Snap(points, mode));
    _ = builder.Compute([.. snapped.Take(100)], snapped, mode);
    var (matrix, seconds, cpu) = Timed(() => builder.Compute(snapped, snapped, mode));
    var unreachable = matrix.Seconds.Count(TravelMatrix.Unreachable);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {mode}: 1,000 x 1,000 matrix, one thread, {malta.ArcCount(mode)} arcs | {cpu * 1000 / points.Length:F2} ms a source; {cpu:F2} s | {seconds:F2} s | snapping {snapCpu * 1000:F0} ms, graph {graphCpu * 1000:F0} ms; {unreachable} unreachable pairs |"));
}

var finder = new RouteFinder(malta);
_ = finder.RouteThrough(points[..20], TravelMode.Van);
var (route, routeSeconds, routeCpu) = Timed(() => finder.RouteThrough(points[..50], TravelMode.Van));
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"| van route through 50 points with geometry | {routeCpu * 1000:F0} ms | {routeSeconds * 1000:F0} ms | {route!.Polyline.Count} points |"));

// Wall time says what a caller waits; processor time says what the work costs when the machine has other work as well.
static (T Result, double Seconds, double CpuSeconds) Timed<T>(Func<T> work)
{
    using var process = Process.GetCurrentProcess();
    var cpu = process.TotalProcessorTime;
    var start = Stopwatch.GetTimestamp();
    var result = work();
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    process.Refresh();
    return (result, seconds, (process.TotalProcessorTime - cpu).TotalSeconds);
}
