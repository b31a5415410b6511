using System.Collections.Concurrent;
using System.Security.Claims;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>The regions' feeds and who is connected to which.</summary>
public sealed class LiveFeeds : IDisposable
{
    private readonly ConcurrentDictionary<RegionId, RegionFeed> _feeds = new();
    private readonly ConcurrentDictionary<string, Connected> _connected = new(StringComparer.Ordinal);
    private readonly DashboardSettings _settings;
    private readonly PeopleDirectory _people;
    private readonly EndedSessions _ended;
    private readonly DriverDays _driverDays;
    private readonly RegionQueries _regions;
    private readonly TimeProvider _time;
    private long _sequence;

    public LiveFeeds(
        DashboardSettings settings, PeopleDirectory people, EndedSessions ended, DriverDays driverDays, RegionQueries regions, TimeProvider time,
        System.Diagnostics.Metrics.IMeterFactory meters)
    {
        _settings = settings;
        _people = people;
        _ended = ended;
        _driverDays = driverDays;
        _regions = regions;
        _time = time;
        Counters = new LiveCounters(meters);
        Counters.ObserveClients(() => _connected.Count);
        // Sequences of an earlier run of this process are lower, so that none of them is taken for one of this run. 2^53 is 150 years away.
        _sequence = time.GetUtcNow().ToUnixTimeMilliseconds() << 10;
    }

    internal LiveCounters Counters { get; }

    internal IEnumerable<RegionFeed> All => _feeds.Values;

    public void Dispose() => Counters.Dispose();

    /// <summary>Connects a client to a region's feed.</summary>
    /// <returns>Why not, as a code; null when it is connected.</returns>
    internal async Task<string?> OpenAsync(LiveClient client, ClaimsPrincipal user, OpenRequest request, CancellationToken cancellationToken)
    {
        if (_connected.Count >= _settings.MaxLiveClients && !_connected.ContainsKey(client.Connection))
            return "live.full";
        if (!_feeds.TryGetValue(request.Region, out var feed))
        {
            if (await _regions.FindRegionAsync(request.Region, cancellationToken) is null)
                return "region.unknown";
            feed = _feeds.GetOrAdd(request.Region, region => new RegionFeed(region, _time, Counters, () => Interlocked.Increment(ref _sequence)));
        }

        Close(client.Connection);
        _connected[client.Connection] = new Connected(feed, client, user);
        feed.Connect(client, request);
        return null;
    }

    internal RegionFeed? Find(string connection) => _connected.TryGetValue(connection, out var connected) ? connected.Feed : null;

    internal void Close(string connection)
    {
        if (_connected.TryRemove(connection, out var connected))
            connected.Feed.Disconnect(connection);
    }

    /// <summary>Ends the connections of people who signed out, were disabled or given another role or scope since they connected; a driver's scope is another every day.</summary>
    internal async Task RevokeAsync(CancellationToken cancellationToken)
    {
        foreach (var (connection, connected) in _connected)
        {
            var person = await SessionCookie.PersonOfAsync(connected.User, _people, _ended, cancellationToken);
            if (person?.ScopeOf(connected.Feed.Region, await _driverDays.OfAsync(person, cancellationToken)) == connected.Client.Scope)
                continue;
            Close(connection);
            connected.Client.Abort();
        }
    }

    private sealed record Connected(RegionFeed Feed, LiveClient Client, ClaimsPrincipal User);
}
