using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Territory.Contracts.Territories;
using Territory.Dashboard.Clock;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>Brings a region's feed what it needs and its frames to the clients. Each errand runs on its own, so that none holds up a tick.</summary>
internal sealed partial class RegionPump : IAsyncDisposable
{
    private static readonly TimeSpan ClockEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReloadEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TotalsEvery = TimeSpan.FromSeconds(1);

    /// <summary>Observers are best effort and expire; see the territory grain.</summary>
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(5);

    /// <summary>Above so many, reading all outlets at once is cheaper than one by one.</summary>
    private const int ReadAllAbove = 1_000;

    private readonly RegionFeed _feed;
    private readonly IHubContext<LiveHub> _hub;
    private readonly IGrainFactory _grains;
    private readonly RegionClocks _clocks;
    private readonly RegionQueries _regions;
    private readonly OutletQueries _outlets;
    private readonly MetricsQuery _metrics;
    private readonly LiveCounters _counters;
    private readonly ILogger _logger;
    private readonly Errand[] _errands;

    // Kept here for as long as the region is watched: the reference alone keeps no observer alive.
    private readonly PositionObserver _observer;
    private ITerritoryObserver? _watching;

    public RegionPump(
        RegionFeed feed, IHubContext<LiveHub> hub, IGrainFactory grains, RegionClocks clocks, RegionQueries regions, OutletQueries outlets,
        MetricsQuery metrics, LiveCounters counters, TimeProvider time, ILogger logger)
    {
        _feed = feed;
        _hub = hub;
        _grains = grains;
        _clocks = clocks;
        _regions = regions;
        _outlets = outlets;
        _metrics = metrics;
        _counters = counters;
        _logger = logger;
        _observer = new PositionObserver(feed);
        _errands =
        [
            new Errand("clock", ClockEvery, PollClockAsync, time),
            new Errand("positions", WatchEvery, WatchAsync, time),
            new Errand("reload", ReloadEvery, ReloadAsync, time),
            new Errand("refresh", RefreshEvery, RefreshAsync, time),
            new Errand("totals", TotalsEvery, TotalsAsync, time),
        ];
    }

    public void Tick(CancellationToken cancellationToken)
    {
        if (!_feed.HasClients)
            return;
        foreach (var errand in _errands)
            errand.RunIfDue(_logger, cancellationToken);
        foreach (var (client, frame) in _feed.MakeFrames())
            _ = SendAsync(client, frame, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var errand in _errands)
            await errand.Ended;
        if (_watching is { } watching)
            _grains.DeleteObjectReference<ITerritoryObserver>(watching);
    }

    private async Task SendAsync(LiveClient client, LiveFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            await _hub.Clients.Client(client.Connection).SendAsync(LiveHub.Frame, frame, cancellationToken);
        }
        catch (Exception exception)
        {
            // What a failed frame told is untold only for a client that connects again, so this one must.
            _counters.Dropped();
            NotSent(_logger, exception, client.Connection);
            client.Abort();
        }
    }

    private async Task PollClockAsync(CancellationToken cancellationToken) => _feed.SetClock(await _clocks.NowAsync(_feed.Region, cancellationToken));

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        _watching ??= _grains.CreateObjectReference<ITerritoryObserver>(_observer);
        await _grains.GetGrain<ITerritoryGrain>(_feed.Region.Value).Watch(_watching).WaitAsync(cancellationToken);
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        if (!_feed.NeedsReload)
            return;
        _feed.BeginReload();
        try
        {
            var scope = ReadScope.WholeRegion(_feed.Region);
            var today = (await _clocks.NowAsync(_feed.Region, cancellationToken)).Today;
            var detail = await _regions.FindAsync(scope, cancellationToken) ?? throw new InvalidOperationException($"There is no region {_feed.Region}.");
            var (rows, position) = await _outlets.RowsAsync(scope, cancellationToken);
            _feed.Reload(rows, position, today, detail);
        }
        catch
        {
            _feed.AbandonReload();
            throw;
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var stale = _feed.TakeStale();
        if (stale.Count == 0)
            return;
        try
        {
            var scope = ReadScope.WholeRegion(_feed.Region);
            var (rows, position) = stale.Count > ReadAllAbove
                ? await _outlets.RowsAsync(scope, cancellationToken)
                : await _outlets.RowsAsync(scope, stale, cancellationToken);
            _feed.Refresh(rows, position);
        }
        catch
        {
            _feed.PutBack(stale);
            throw;
        }
    }

    private async Task TotalsAsync(CancellationToken cancellationToken)
    {
        var scopes = _feed.ScopesDue();
        if (scopes.Count == 0)
            return;
        var clock = await _clocks.NowAsync(_feed.Region, cancellationToken);
        // A driver's page has no header of figures.
        foreach (var scope in scopes.Where(scope => scope.Vehicle is null))
            _feed.Tell(scope, await _metrics.AskAsync(scope, clock.Now, clock.Today, clock.TimeOfDay, cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A frame could not be sent to connection {Connection}; it is closed.")]
    private static partial void NotSent(ILogger logger, Exception exception, string connection);
}
