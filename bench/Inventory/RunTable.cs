namespace Territory.Inventory.Benchmarks;

/// <summary>The committed table: each finished run is a line that is appended at once, so that a stopped benchmark goes on where it was.</summary>
internal sealed class RunTable
{
    private readonly string path;
    private readonly List<RunLine> lines;

    public RunTable(string path)
    {
        this.path = path;
        lines = File.Exists(path) ? [.. File.ReadAllLines(path).Select(RunLine.Parse).OfType<RunLine>()] : [];
    }

    public IReadOnlyList<RunLine> Lines => lines;

    public RunLine? Find(RunLine wanted) => lines.Find(line => line.Key == wanted.Key);

    public void Add(RunLine line)
    {
        lines.Add(line);
        if (!File.Exists(path))
            File.WriteAllText(path, RunLine.Header + "\n");
        File.AppendAllText(path, line + "\n");
    }
}
