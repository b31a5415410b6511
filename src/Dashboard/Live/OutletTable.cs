using Territory.Model.Geography;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>The last known figures of a region's outlets, by slot. A slot belongs to one outlet for the life of the table.</summary>
internal sealed class OutletTable
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public int SlotOf(string id) => _slots.GetValueOrDefault(id, -1);

    public string IdOf(int slot) => _entries[slot].Id;

    public int IndexOf(int slot) => _entries[slot].Index;

    public GeoPoint LocationOf(int slot) => _entries[slot].Location;

    public OutletFigures FiguresOf(int slot) => _entries[slot].Figures;

    /// <summary>The journal position at which the outlet's figures last changed.</summary>
    public long ChangedAt(int slot) => _entries[slot].ChangedAt;

    public bool IsVisible(int slot, ReadScope scope)
    {
        var entry = _entries[slot];
        if (!entry.Exists)
            return false;
        if (scope.Distributor is { } distributor)
            return entry.Distributor == distributor.Value;
        if (scope.Rep is { } rep)
            return entry.Rep == rep.Value;
        // A driver's outlets change with each day's trips; a driver follows the vehicle and reads the stops of the day.
        return scope.IsWholeRegion;
    }

    /// <summary>Takes in rows as they stand at a position.</summary>
    /// <param name="changed">Gets the slots whose figures changed.</param>
    /// <param name="isWhole">The rows are all outlets of the region: those that are missing are gone.</param>
    /// <returns>Whether outlets were added, taken away, moved, or changed hands.</returns>
    public bool Apply(IReadOnlyList<OutletRow> rows, long position, DateOnly today, bool isWhole, SlotSet changed)
    {
        var otherOutlets = false;
        var seen = isWhole ? new SlotSet() : null;
        foreach (var row in rows)
        {
            var figures = OutletFigures.Of(row, today);
            var slot = SlotOf(row.Id);
            if (slot < 0)
            {
                slot = _entries.Count;
                _slots.Add(row.Id, slot);
                _entries.Add(new Entry(row.Id, row.Index, row.Location, row.Rep, row.Distributor, figures, position, Exists: true));
                changed.Add(slot);
                otherOutlets = true;
            }
            else
            {
                var before = _entries[slot];
                var after = new Entry(row.Id, row.Index, row.Location, row.Rep, row.Distributor, figures, before.ChangedAt, Exists: true);
                if (before.Figures != figures)
                {
                    after = after with { ChangedAt = position };
                    changed.Add(slot);
                }

                otherOutlets |= before with { Figures = figures, ChangedAt = after.ChangedAt } != after;
                _entries[slot] = after;
            }

            seen?.Add(slot);
        }

        for (var slot = 0; seen is not null && slot < _entries.Count; slot++)
        {
            if (!seen[slot] && _entries[slot].Exists)
            {
                _entries[slot] = _entries[slot] with { Exists = false };
                otherOutlets = true;
            }
        }

        return otherOutlets;
    }

    private sealed record Entry(
        string Id, int Index, GeoPoint Location, string? Rep, string? Distributor, OutletFigures Figures, long ChangedAt, bool Exists);
}
