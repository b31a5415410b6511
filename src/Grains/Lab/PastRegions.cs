using Territory.Model.Ids;

namespace Territory.Grains.Lab;

/// <summary>The terminals of regions at earlier positions of the journal, which never change and take long to work out. The last few are kept.</summary>
internal sealed class PastRegions
{
    private const int MostKept = 8;

    private readonly Lock gate = new();
    private readonly List<((string Region, long Position) Key, IReadOnlyDictionary<TerminalId, LiveTerminal> Terminals)> kept = [];

    public IReadOnlyDictionary<TerminalId, LiveTerminal> GetOrRead(string region, long position, Func<IReadOnlyDictionary<TerminalId, LiveTerminal>> read)
    {
        var key = (region, position);
        lock (gate)
        {
            if (kept.FindIndex(one => one.Key == key) is >= 0 and var index)
                return kept[index].Terminals;
        }

        // Two readers at once read twice, which is no harm.
        var terminals = read();
        lock (gate)
        {
            if (kept.Count == MostKept)
                kept.RemoveAt(0);
            kept.Add((key, terminals));
        }

        return terminals;
    }
}
