using System.Runtime.InteropServices;

namespace Territory.Journal.Verification;

/// <summary>Counts all defects and keeps the first of each kind.</summary>
internal sealed class DefectList(int keptPerKind)
{
    private readonly List<JournalDefect> _kept = [];
    private readonly Dictionary<JournalDefectKind, long> _counts = [];

    public long Count { get; private set; }

    public IReadOnlyList<JournalDefect> Kept => _kept;

    public void Add(JournalDefectKind kind, string place, string detail)
    {
        Count++;
        ref var ofKind = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, kind, out _);
        if (ofKind++ < keptPerKind)
            _kept.Add(new JournalDefect(kind, place, detail));
    }
}
