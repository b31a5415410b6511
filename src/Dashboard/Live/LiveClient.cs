using Territory.Model.Geography;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>
/// One client's subscription: what it has not been told yet, as sets of slots. Nothing is queued: changes merge until the client has
/// acknowledged the frame in flight. Guarded by the feed's lock.
/// </summary>
internal sealed class LiveClient(string connection, string user, ReadScope scope, Action abort)
{
    private readonly SlotSet _outlets = new();
    private readonly SlotSet _movers = new();

    /// <summary>Movers that the client last saw within its view, so that it hears of their leaving.</summary>
    private readonly SlotSet _shown = new();

    private readonly HashSet<PlanChange> _plans = [];
    private readonly List<int> _moverSlots = [];
    private readonly Dictionary<int, int> _moverIndexes = [];
    private GeoBounds _view = GeoBounds.Empty;
    private Sent? _inFlight;
    private Metrics? _totals;
    private FeedHeader _lastHeader;
    private long _lastSentAt;
    private bool _hasSent;
    private int _outletCursor;
    private long _lastAsideAt;

    /// <summary>Up to here the client has been told everything about outlets; it may not rise while some wait.</summary>
    private long _toldUntil;

    public string Connection { get; } = connection;

    public string User { get; } = user;

    public ReadScope Scope { get; } = scope;

    public bool NeedsSnapshot { get; private set; } = true;

    public bool DirectoryChanged { get; set; }

    /// <summary>When the connection was lost; null while it is open.</summary>
    public long? ParkedAt { get; set; }

    public bool IsWaitingForAck => _inFlight is not null;

    private long Acknowledged { get; set; }

    public void Abort() => abort();

    public void Look(ViewBounds view) => _view = view.Widened();

    /// <summary>Marks what the client cannot know yet: everything, or what changed after the position of the outlets it has loaded.</summary>
    public void StartOutlets(OutletTable outlets, long loadedAt, long? position)
    {
        _toldUntil = position ?? 0;
        for (var slot = 0; slot < outlets.Count; slot++)
        {
            if (position is not { } known || known < loadedAt || outlets.ChangedAt(slot) > known)
                _outlets.Add(slot);
        }
    }

    public void Merge(SlotSet outlets, SlotSet movers)
    {
        _outlets.UnionWith(outlets);
        _movers.UnionWith(movers);
    }

    public void Tell(PlanChange change)
    {
        if (_plans.Count < LivePacing.MaxPlanChanges)
            _plans.Add(change);
    }

    public void Tell(Metrics totals) => _totals = totals;

    /// <summary>The client has the frame; whatever it was late with, the next one may follow.</summary>
    public void Acknowledge(long sequence, long now, TimeProvider time)
    {
        if (_inFlight is not { } sent || sent.Sequence != sequence)
            return;
        if (time.GetElapsedTime(sent.At, now) > LivePacing.SnapshotAfter)
            NeedsSnapshot = true;
        Acknowledged = sequence;
        _inFlight = null;
    }

    public bool IsHopeless(long now, TimeProvider time) => _inFlight is { } sent && time.GetElapsedTime(sent.At, now) > LivePacing.CloseAfter;

    /// <summary>Takes over what a lost connection of the same person had been told up to a frame that the client did receive.</summary>
    /// <returns>False when this is not the state that the frame belongs to; the client then starts with a snapshot.</returns>
    public bool TryResume(LiveClient lost, long lastSequence)
    {
        var received = lost._inFlight is { } flight && flight.Sequence == lastSequence;
        if (lost.User != User || lost.Scope != Scope || lost.NeedsSnapshot || !(received || lost.Acknowledged == lastSequence))
            return false;
        _outlets.UnionWith(lost._outlets);
        _movers.UnionWith(lost._movers);
        _shown.UnionWith(lost._shown);
        _plans.UnionWith(lost._plans);
        _totals = lost._totals;
        DirectoryChanged = lost.DirectoryChanged;
        _toldUntil = lost._toldUntil;
        var known = lost._moverSlots.Count;
        if (lost._inFlight is { } unseen && !received)
        {
            // The frame in flight never arrived: what it told is untold.
            if (unseen.WasSnapshot)
                return false;
            unseen.Outlets.ForEach(_outlets.Add);
            unseen.Movers.ForEach(_movers.Add);
            _plans.UnionWith(unseen.Plans);
            _totals ??= unseen.Totals;
            DirectoryChanged |= unseen.Directory;
            _toldUntil = unseen.ToldBefore;
            known = unseen.MoverCountBefore;
        }

        foreach (var slot in lost._moverSlots.Take(known))
            Know(slot);
        Acknowledged = lastSequence;
        NeedsSnapshot = false;
        return true;
    }

    /// <summary>The next frame; null while one is in flight, too soon, or nothing is worth telling.</summary>
    public LiveFrame? Next(OutletTable outlets, MoverTable movers, FeedHeader header, Func<long> nextSequence, long now, TimeProvider time)
    {
        if (_inFlight is not null)
            return null;
        var elapsed = _hasSent ? time.GetElapsedTime(_lastSentAt, now) : TimeSpan.MaxValue;
        var interval = MoversInView(movers) > LivePacing.BusyMovers ? LivePacing.BusyInterval : LivePacing.Tick;
        // Ticks do not come to the millisecond; a frame that is a little early is not a frame too many.
        if (elapsed < interval * 0.9)
            return null;

        var snapshot = NeedsSnapshot;
        var sent = new Sent(0, now, snapshot, _moverSlots.Count, _toldUntil);
        if (snapshot)
            Restart(movers);
        var knownBefore = snapshot ? 0 : sent.MoverCountBefore;
        var moverRecords = WriteMovers(movers, sent);
        var aside = !_hasSent || time.GetElapsedTime(_lastAsideAt, now) >= LivePacing.Heartbeat;
        var outletRecords = WriteOutlets(outlets, LivePacing.OutletsBeside(moverRecords.Length, interval), aside, sent);
        var isNews = snapshot || moverRecords.Length > 0 || outletRecords.Length > 0 || _totals is not null || _plans.Count > 0 || DirectoryChanged
            || elapsed >= LivePacing.Heartbeat || header.IsNewsTo(_lastHeader);
        if (!isNews)
            return null;

        if (aside)
            _lastAsideAt = now;
        if (_outlets.IsEmpty)
            _toldUntil = Math.Max(_toldUntil, header.Position);
        sent = sent with { Sequence = nextSequence(), Plans = [.. _plans], Totals = _totals, Directory = DirectoryChanged };
        var frame = new LiveFrame(
            sent.Sequence,
            snapshot,
            header.Now,
            header.Speed,
            header.TrueSpeed,
            header.Running,
            header.Live,
            header.Simulated,
            _toldUntil,
            moverRecords.Length == 0 ? null : moverRecords,
            snapshot || _moverSlots.Count > knownBefore ? [.. _moverSlots.Skip(knownBefore).Select(slot => movers[slot].Id)] : null,
            outletRecords.Length == 0 ? null : outletRecords,
            _totals,
            sent.Plans.Count == 0 ? null : sent.Plans,
            DirectoryChanged);
        _plans.Clear();
        _totals = null;
        DirectoryChanged = false;
        NeedsSnapshot = false;
        _inFlight = sent;
        _lastHeader = header;
        _lastSentAt = now;
        _hasSent = true;
        return frame;
    }

    private int MoversInView(MoverTable movers)
    {
        var count = 0;
        for (var slot = 0; slot < movers.Count; slot++)
        {
            if (_view.Contains(movers.LocationOf(slot)))
                count++;
        }

        return count;
    }

    private void Restart(MoverTable movers)
    {
        _moverSlots.Clear();
        _moverIndexes.Clear();
        _shown.Clear();
        _movers.Clear();
        _movers.AddAllBelow(movers.Count);
    }

    private byte[] WriteMovers(MoverTable movers, Sent sent)
    {
        var slots = sent.Movers;
        for (var slot = _movers.NextFrom(0); slot >= 0 && slot < movers.Count; slot = _movers.NextFrom(slot + 1))
        {
            if (!movers.IsVisible(slot, Scope))
            {
                _movers.Remove(slot);
                continue;
            }

            var inView = _view.Contains(movers.LocationOf(slot));
            // One that is out of view stays marked, so that it is told when the view comes to it.
            if (!inView && !_shown[slot])
                continue;
            _movers.Remove(slot);
            if (inView)
                _shown.Add(slot);
            else
                _shown.Remove(slot);
            slots.Add(slot);
        }

        var records = new byte[slots.Count * FrameRecords.MoverBytes];
        for (var i = 0; i < slots.Count; i++)
            FrameRecords.WriteMover(records.AsSpan(i * FrameRecords.MoverBytes), Know(slots[i]), movers[slots[i]]);
        return records;
    }

    /// <param name="aside">Also outlets out of view, as far as there is room: lists show them too, but later is soon enough.</param>
    private byte[] WriteOutlets(OutletTable outlets, int limit, bool aside, Sent sent)
    {
        var slots = sent.Outlets;
        // From where the last frame stopped and round, so that under load every outlet gets its turn.
        var start = Math.Min(_outletCursor, outlets.Count);
        Collect(start, outlets.Count, limit, inView: true);
        Collect(0, start, limit, inView: true);
        _outletCursor = slots.Count == limit ? slots[^1] + 1 : 0;
        if (aside)
            Collect(0, outlets.Count, Math.Min(limit, slots.Count + LivePacing.OutletsAside), inView: false);
        var records = new byte[slots.Count * FrameRecords.OutletBytes];
        for (var i = 0; i < slots.Count; i++)
            FrameRecords.WriteOutlet(records.AsSpan(i * FrameRecords.OutletBytes), outlets.IndexOf(slots[i]), outlets.FiguresOf(slots[i]));
        return records;

        void Collect(int from, int to, int most, bool inView)
        {
            for (var slot = _outlets.NextFrom(from); slot >= 0 && slot < to && slots.Count < most; slot = _outlets.NextFrom(slot + 1))
            {
                if (!outlets.IsVisible(slot, Scope))
                {
                    _outlets.Remove(slot);
                    continue;
                }

                if (inView && !_view.Contains(outlets.LocationOf(slot)))
                    continue;
                _outlets.Remove(slot);
                slots.Add(slot);
            }
        }
    }

    /// <summary>The client's own index of a mover: it never hears of a mover that it may not see.</summary>
    private int Know(int slot)
    {
        if (_moverIndexes.TryGetValue(slot, out var index))
            return index;
        index = _moverSlots.Count;
        _moverSlots.Add(slot);
        _moverIndexes.Add(slot, index);
        return index;
    }

    /// <summary>What the frame in flight told, in case it never arrives.</summary>
    private sealed record Sent(long Sequence, long At, bool WasSnapshot, int MoverCountBefore, long ToldBefore)
    {
        public List<int> Outlets { get; } = [];

        public List<int> Movers { get; } = [];

        public IReadOnlyList<PlanChange> Plans { get; init; } = [];

        public Metrics? Totals { get; init; }

        public bool Directory { get; init; }
    }
}
