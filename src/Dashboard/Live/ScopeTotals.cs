using System.Diagnostics.CodeAnalysis;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>The last totals of each scope that is watched, for those who come later. Guarded by the feed's lock.</summary>
internal sealed class ScopeTotals(TimeProvider time)
{
    private readonly Dictionary<ReadScope, (Metrics Totals, long ToldAt)> _totals = [];

    public bool TryGet(ReadScope scope, [NotNullWhen(true)] out Metrics? totals)
    {
        totals = _totals.TryGetValue(scope, out var known) ? known.Totals : null;
        return totals is not null;
    }

    public void Put(ReadScope scope, Metrics totals) => _totals[scope] = (totals, time.GetTimestamp());

    /// <summary>The watched scopes whose totals are missing, overtaken by events, or old enough for time alone to have changed them; forgets the others.</summary>
    /// <param name="position">Up to here the feed knows what happened.</param>
    public IReadOnlyList<ReadScope> Due(IReadOnlySet<ReadScope> watched, long position)
    {
        foreach (var scope in _totals.Keys.Where(scope => !watched.Contains(scope)).ToList())
            _totals.Remove(scope);
        return [.. watched.Where(scope => !_totals.TryGetValue(scope, out var known)
            || known.Totals.Position < position || time.GetElapsedTime(known.ToldAt) > LivePacing.TotalsAge)];
    }
}
