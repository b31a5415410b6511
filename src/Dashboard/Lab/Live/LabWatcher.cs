using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab.Live;

/// <summary>One connection that watches the lab: what it has not been told yet. Changes merge to the latest of each job until it has acknowledged the frame in flight.</summary>
/// <param name="only">The one live region that the person may see; null: all.</param>
internal sealed class LabWatcher(string connection, RegionId? only, Action abort, TimeProvider time)
{
    private static readonly TimeSpan CloseAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, LabNews> untold = new(StringComparer.Ordinal);
    private bool needsSnapshot = true;
    private long sequence;
    private long? sentAt;

    public string Connection => connection;

    public RegionId? Only => only;

    public void Abort() => abort();

    /// <summary>It has told nothing of a frame for so long that it is gone.</summary>
    public bool IsHopeless
    {
        get
        {
            lock (gate)
                return sentAt is { } since && time.GetElapsedTime(since) > CloseAfter;
        }
    }

    /// <param name="changed">What moved, began or ended.</param>
    /// <param name="going">Everything that goes on.</param>
    /// <returns>The next frame; null while one is in flight or where there is nothing to tell.</returns>
    public LabFrame? Next(IReadOnlyList<LabNews> changed, IReadOnlyCollection<LabNews> going)
    {
        lock (gate)
        {
            foreach (var news in changed.Where(IsVisible))
                untold[news.Id] = news;
            if (sentAt is not null || (untold.Count == 0 && !needsSnapshot))
                return null;
            List<LabNews> told = needsSnapshot ? [.. going.Where(IsVisible)] : [.. untold.Values];
            var frame = new LabFrame(
                ++sequence, needsSnapshot, [.. told.Select(news => news.Run).OfType<LabRunAnswer>()], [.. told.Select(news => news.Calibration).OfType<CalibrationAnswer>()],
                [.. told.Select(news => news.Expansion).OfType<ExpansionAnswer>()]);
            untold.Clear();
            needsSnapshot = false;
            sentAt = time.GetTimestamp();
            return frame;
        }
    }

    /// <summary>The frame has arrived; the next one may come.</summary>
    public void Acknowledge(long told)
    {
        lock (gate)
        {
            if (told == sequence)
                sentAt = null;
        }
    }

    private bool IsVisible(LabNews news) => LabScope.Includes(only, news.LiveRegions);
}
