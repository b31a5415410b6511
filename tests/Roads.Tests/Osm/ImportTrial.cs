using System.Text;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>
/// Imports bytes that may be anything and holds the reader to its promise: a network that can be used, or one problem with its place, within bounded
/// memory and time.
/// </summary>
/// <remarks>
/// Memory, allocated on the importing thread: at most <see cref="FixedBytes"/> for the tables of one block, <see cref="BytesPerByte"/> times the file
/// (a real extract allocates about ten times its size), and where a file is made to swell <see cref="BytesPerExpandedByte"/> times what it decompresses to, which
/// the reader holds to 30 times the file and 4 MiB.
/// Time: the reader looks at the token between blobs; a minute for a file of at most some megabytes only ends what would never end.
/// </remarks>
internal sealed class ImportTrial
{
    public const long FixedBytes = 128L * 1024 * 1024;
    public const long BytesPerByte = 100;
    public const long BytesPerExpandedByte = 256;

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> rules = new(StringComparer.Ordinal);

    public int Networks { get; private set; }

    public int Refusals { get; private set; }

    public long MostAllocatedBytes { get; private set; }

    /// <summary>Null when a network came out, else the problem; anything else fails the test with <paramref name="what"/>.</summary>
    /// <param name="expandedBytes">What the file decompresses to, where that is out of proportion.</param>
    public Problem? Run(byte[] bytes, string what, long expandedBytes = 0)
    {
        using var file = new TemporaryFile(bytes, ".osm.pbf");
        using var hang = new CancellationTokenSource(Hang, TimeProvider.System);
        var before = GC.GetAllocatedBytesForCurrentThread();
        OsmExtract? extract = null;
        Problem? problem = null;
        try
        {
            extract = OsmImporter.Import(file.Path, null, hang.Token);
        }
        catch (InvalidInputException refusal)
        {
            problem = refusal.Problems.ShouldHaveSingleItem(what);
        }
        catch (Exception failure)
        {
            Assert.Fail($"{what}: {failure}");
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        MostAllocatedBytes = Math.Max(MostAllocatedBytes, allocated);
        allocated.ShouldBeLessThan(FixedBytes + (BytesPerByte * bytes.Length) + (BytesPerExpandedByte * expandedBytes), what);
        if (extract is not null)
            CheckNetwork(extract, what);
        if (problem is not null)
            CheckProblem(problem, file.Path, what);
        return problem;
    }

    /// <summary>How it went, for the test's output.</summary>
    public string Summary() =>
        $"{Networks} networks, {Refusals} refusals in {rules.Count} words, at most {MostAllocatedBytes / 1024.0 / 1024:0.0} MB allocated:{Environment.NewLine}{string.Join(Environment.NewLine, rules.Order())}";

    private void CheckProblem(Problem problem, string path, string what)
    {
        Refusals++;
        rules.Add($"{problem.Code}: {string.Concat(problem.Rule.Select(character => char.IsAsciiDigit(character) ? '#' : character)).Replace("##", "#").Replace("##", "#").Replace("##", "#")}");
        problem.File.ShouldBe(path, what);
        problem.Rule.ShouldEndWith(".", Case.Sensitive, what);
        problem.Rule.Length.ShouldBeInRange(20, 300, what);
        problem.Rule.ShouldNotContain("\n", Case.Sensitive, what);
        (problem.Code is "osm.roads.none" or "roads.junction.size" || problem.Field!.StartsWith("byte ", StringComparison.Ordinal)).ShouldBeTrue(what);
    }

    private void CheckNetwork(OsmExtract extract, string what)
    {
        Networks++;
        var roads = extract.Roads;
        roads.SegmentCount.ShouldBeGreaterThan(0, what);
        for (var i = 0; i < roads.SegmentCount; i++)
        {
            var segment = roads.Segment(i);
            if (segment.FromNode < 0 || segment.FromNode >= roads.NodeCount || segment.ToNode < 0 || segment.ToNode >= roads.NodeCount || !(segment.LengthMeters >= 0))
                Assert.Fail($"{what}: segment {segment}");
        }

        for (var i = 0; i < roads.NodeCount; i++)
        {
            if (!roads.NodePoint(i).IsValid)
                Assert.Fail($"{what}: node {i} at {roads.NodePoint(i)}");
        }

        foreach (var mode in Enum.GetValues<TravelMode>())
            roads.ComponentSizes(mode).Sum().ShouldBeLessThanOrEqualTo(2 * roads.SegmentCount * (1 + roads.TurnRestrictions.Count), what);
        foreach (var outlet in extract.Outlets)
            (outlet.Location.IsValid && IsText(outlet.Name)).ShouldBeTrue(what);
    }

    /// <summary>Whether it can be written as UTF-8: bytes that are no text must have become replacement characters.</summary>
    private static bool IsText(string? text) => text is null || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
