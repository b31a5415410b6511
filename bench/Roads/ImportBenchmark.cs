using System.Globalization;
using Territory.Roads.Network;
using Territory.Roads.Osm;

namespace Territory.Roads.Benchmarks;

/// <summary>From an extract to a prepared file, and back from the file.</summary>
internal static class ImportBenchmark
{
    public static void Run(Extracts extracts)
    {
        Console.WriteLine("| extract | MB | import s | + prepare 4 profiles s | nodes | segments | arcs by car | outlets | restrictions kept | .roads MB | load ms |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var path in extracts.Files)
        {
            var (extract, import) = Timing.BestOf(2, () => OsmImporter.Import(path));
            var (_, prepare) = Timing.Of(() =>
            {
                extract.Roads.Prepare();
                return 0;
            });
            var file = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.roads");
            extract.Roads.Save(file);
            var (_, load) = Timing.BestOf(3, () => RoadNetwork.Load(file));
            var size = new FileInfo(file).Length;
            File.Delete(file);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(path)} | {new FileInfo(path).Length / 1e6:F2} | {import.ProcessorSeconds:F2} | {prepare.ProcessorSeconds:F2} | {extract.Roads.NodeCount} | {extract.Roads.SegmentCount} | {extract.Roads.ArcCount(Model.Travel.TravelMode.Car)} | {extract.Outlets.Count} | {extract.Counts.RestrictionsKept} of {extract.Counts.Restrictions} | {size / 1e6:F1} | {load.ProcessorMilliseconds:F0} |"));
        }
    }
}
