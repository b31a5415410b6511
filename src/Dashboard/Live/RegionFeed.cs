using Territory.Contracts.Plans;
using Territory.Contracts.Territories;
using Territory.Dashboard.Clock;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>
/// What is live in one region: the last value of every item, and the clients that watch. Changes arrive from the journal and from position
/// reports at any time; frames are made once a tick.
/// </summary>
internal sealed class RegionFeed(RegionId region, TimeProvider time, LiveCounters counters, Func<long> nextSequence)
{
    private readonly Lock _gate = new();
    private readonly OutletTable _outlets = new();
    private readonly MoverTable _movers = new();
    private readonly LiveClients _clients = new(time);
    private readonly ScopeTotals _totals = new(time);
    private readonly SlotSet _changedOutlets = new();
    private readonly SlotSet _changedMovers = new();

    /// <summary>Outlets that something happened to since their figures were read.</summary>
    private SlotSet _stale = new();

    private FeedHeader _header;
    private DateOnly _day;
    private long _loadedAt;
    private bool _isLoaded;
    private bool _reload = true;

    public RegionId Region => region;

    public bool HasClients
    {
        get
        {
            lock (_gate)
                return _clients.Connected.Count > 0;
        }
    }

    /// <summary>Whether all outlets must be read: at first, when some came or went, or when a new day began.</summary>
    public bool NeedsReload
    {
        get
        {
            lock (_gate)
                return _reload;
        }
    }

    public void Connect(LiveClient client, OpenRequest request)
    {
        lock (_gate)
        {
            client.Look(request.View);
            if (request.LastSequence is not { } last || !_clients.TryResume(client, last))
            {
                client.StartOutlets(_outlets, _loadedAt, request.Position);
                if (_totals.TryGet(client.Scope, out var known))
                    client.Tell(known);
            }

            _clients.Connect(client);
        }
    }

    public void Disconnect(string connection)
    {
        lock (_gate)
            _clients.Park(connection);
    }

    public void Look(string connection, ViewBounds view)
    {
        lock (_gate)
            _clients.Find(connection)?.Look(view);
    }

    public void Acknowledge(string connection, long sequence)
    {
        lock (_gate)
            _clients.Find(connection)?.Acknowledge(sequence, time.GetTimestamp(), time);
    }

    /// <summary>Something happened to an actor; whether it belongs to this region shows when it is looked up.</summary>
    public void Notice(Change change)
    {
        lock (_gate)
        {
            switch (change.Kind)
            {
                case ActorKind.Terminal when _outlets.SlotOf(change.Key) is var slot and >= 0 && !LiveEvents.ChangesDirectory(change.Event):
                    _stale.Add(slot);
                    break;
                case ActorKind.Terminal or ActorKind.Rep or ActorKind.Vehicle or ActorKind.Distributor when LiveEvents.ChangesDirectory(change.Event):
                    _reload = true;
                    break;
                case ActorKind.DeliveryPlan:
                    NoticePlan("deliveries", MoverKind.Vehicle, change.Key);
                    break;
                case ActorKind.VisitPlan:
                    NoticePlan("visits", MoverKind.Rep, change.Key);
                    break;
            }
        }
    }

    public void Notice(PositionReport report)
    {
        lock (_gate)
            _movers.Apply(report.Movers, _changedMovers);
    }

    /// <summary>A run of a plan began or ended.</summary>
    public void Notice(RunNews news)
    {
        lock (_gate)
            NoticePlan("deliveries", MoverKind.Vehicle, news.Plan);
    }

    public void SetClock(RegionTime clock)
    {
        lock (_gate)
        {
            _header = _header with
            {
                Now = clock.Now,
                Speed = clock.Speed,
                TrueSpeed = clock.TrueSpeed,
                Running = clock.Running,
                Live = clock.Live,
                Simulated = clock.Simulated,
            };
            if (_isLoaded && clock.Today != _day)
                _reload = true;
        }
    }

    /// <summary>The outlets whose figures must be read again; they count as read from now on.</summary>
    public IReadOnlyList<TerminalId> TakeStale()
    {
        lock (_gate)
        {
            if (_stale.IsEmpty)
                return [];
            var stale = _stale;
            _stale = new SlotSet();
            var terminals = new List<TerminalId>();
            for (var slot = stale.NextFrom(0); slot >= 0; slot = stale.NextFrom(slot + 1))
                terminals.Add(new TerminalId(_outlets.IdOf(slot)));
            return terminals;
        }
    }

    /// <summary>Gives outlets back that could not be read.</summary>
    public void PutBack(IReadOnlyList<TerminalId> terminals)
    {
        lock (_gate)
        {
            foreach (var terminal in terminals)
            {
                if (_outlets.SlotOf(terminal.Value) is var slot and >= 0)
                    _stale.Add(slot);
            }
        }
    }

    public void Refresh(IReadOnlyList<OutletRow> rows, long position)
    {
        lock (_gate)
        {
            _outlets.Apply(rows, position, _day, isWhole: false, _changedOutlets);
            _header = _header with { Position = Math.Max(position, _header.Position) };
        }
    }

    public void BeginReload()
    {
        lock (_gate)
            _reload = false;
    }

    public void AbandonReload()
    {
        lock (_gate)
            _reload = true;
    }

    public void Reload(IReadOnlyList<OutletRow> rows, long position, DateOnly today, RegionDetail detail)
    {
        lock (_gate)
        {
            _movers.SetParties(detail);
            var otherOutlets = _outlets.Apply(rows, position, today, isWhole: true, _changedOutlets);
            _header = _header with { Position = Math.Max(position, _header.Position) };
            if (!_isLoaded)
                _loadedAt = position;
            else if (otherOutlets)
                ForgetDirectory();
            _day = today;
            _isLoaded = true;
        }
    }

    /// <summary>The scopes that are watched and whose totals are missing, overtaken by events, or old enough for time alone to have changed them.</summary>
    public IReadOnlyList<ReadScope> ScopesDue()
    {
        lock (_gate)
            return _totals.Due(_clients.Connected.Select(client => client.Scope).ToHashSet(), _header.Position);
    }

    public void Tell(ReadScope scope, Metrics totals)
    {
        lock (_gate)
        {
            _totals.Put(scope, totals);
            foreach (var client in _clients.All)
            {
                if (client.Scope == scope)
                    client.Tell(totals);
            }
        }
    }

    /// <summary>Merges what has changed into every client and makes the frames that are due.</summary>
    public IReadOnlyList<(LiveClient Client, LiveFrame Frame)> MakeFrames()
    {
        lock (_gate)
        {
            if (!_isLoaded)
                return [];
            var isNews = !_changedOutlets.IsEmpty || !_changedMovers.IsEmpty;
            foreach (var client in _clients.All)
            {
                if (isNews)
                    client.Merge(_changedOutlets, _changedMovers);
            }

            _changedOutlets.Clear();
            _changedMovers.Clear();
            var now = time.GetTimestamp();
            var frames = new List<(LiveClient, LiveFrame)>();
            foreach (var client in _clients.Connected.ToList())
            {
                if (client.IsHopeless(now, time))
                {
                    _clients.Close(client);
                    counters.Closed();
                    client.Abort();
                }
                else if (client.IsWaitingForAck)
                {
                    if (isNews)
                        counters.Merged();
                }
                else if (client.Next(_outlets, _movers, _header, nextSequence, now, time) is { } frame)
                {
                    counters.Sent(frame);
                    frames.Add((client, frame));
                }
            }

            return frames;
        }
    }

    private void NoticePlan(string kind, MoverKind partyKind, string key)
    {
        var (party, date) = PlanKey.Parse(key);
        // A distributor's plan concerns the distributor; a rep's list the rep, and the distributor that the rep works for.
        var distributor = partyKind == MoverKind.Rep ? _movers.DistributorOf(MoverKind.Rep, party) : party;
        if (distributor is null || !_movers.HasDistributor(distributor))
            return;
        foreach (var client in _clients.All)
        {
            var scope = client.Scope;
            var concerns = scope.IsWholeRegion
                || scope.Distributor?.Value == distributor
                || (partyKind == MoverKind.Rep && scope.Rep?.Value == party)
                || (partyKind == MoverKind.Vehicle && scope.Vehicle is { } vehicle && _movers.DistributorOf(MoverKind.Vehicle, vehicle.Value) == distributor);
            if (concerns)
                client.Tell(new PlanChange(kind, party, date));
        }
    }

    private void ForgetDirectory()
    {
        foreach (var client in _clients.All)
        {
            client.DirectoryChanged = true;
            client.StartOutlets(_outlets, _loadedAt, null);
        }
    }
}
