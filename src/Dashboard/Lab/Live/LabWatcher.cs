using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab.Live;

/// <summary>One connection that watches the lab: what it has not been told yet. Changes merge to the latest of each job until it has acknowledged the frame in flight.</summary>
/// <param name="only">The one live region that the person may see; null: all.</param>
internal sealed class LabWatcher(string connection, RegionId? only, Action abort, TimeProvider time)
{
    private static readonly TimeSpan CloseAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LabNews> _untold = new(StringComparer.Ordinal);
    private bool _needsSnapshot = true;
    private long _sequence;
    private long? _sentAt;

    public string Connection => connection;

    public RegionId? Only => only;

    public void Abort() => abort();

    /// <summary>It has acknowledged nothing for so long that it is gone.</summary>
    public bool IsHopeless
    {
        get
        {
            lock (_gate)
                return _sentAt is { } since && time.GetElapsedTime(since) > CloseAfter;
        }
    }

    /// <param name="changed">What moved, began or ended.</param>
    /// <param name="going">Everything that goes on.</param>
    /// <returns>The next frame; null while one is in flight or where there is nothing to tell.</returns>
    public LabFrame? Next(IReadOnlyList<LabNews> changed, IReadOnlyCollection<LabNews> going)
    {
        lock (_gate)
        {
            foreach (var news in changed.Where(IsVisible))
                _untold[news.Id] = news;
            if (_sentAt is not null || (_untold.Count == 0 && !_needsSnapshot))
                return null;
            List<LabNews> told = _needsSnapshot ? [.. going.Where(IsVisible)] : [.. _untold.Values];
            var frame = new LabFrame(
                ++_sequence, _needsSnapshot, [.. told.Select(news => news.Run).OfType<LabRunAnswer>()], [.. told.Select(news => news.Calibration).OfType<CalibrationAnswer>()],
                [.. told.Select(news => news.Expansion).OfType<ExpansionAnswer>()]);
            _untold.Clear();
            _needsSnapshot = false;
            _sentAt = time.GetTimestamp();
            return frame;
        }
    }

    /// <summary>The frame has arrived; the next one may come.</summary>
    public void Acknowledge(long told)
    {
        lock (_gate)
        {
            if (told == _sequence)
                _sentAt = null;
        }
    }

    private bool IsVisible(LabNews news) => LabScope.Includes(only, news.LiveRegions);
}
