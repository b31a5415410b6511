namespace Territory.Dashboard.Live;

/// <summary>
/// The clients that watch one region: those connected, and those parked for a while after their connection was lost, so that they can go on
/// where they were. Guarded by the feed's lock.
/// </summary>
internal sealed class LiveClients(TimeProvider time)
{
    private readonly Dictionary<string, LiveClient> _connected = new(StringComparer.Ordinal);
    private readonly List<LiveClient> _parked = [];

    public IReadOnlyCollection<LiveClient> Connected => _connected.Values;

    /// <summary>The connected and the parked.</summary>
    public IEnumerable<LiveClient> All => _connected.Values.Concat(_parked);

    public LiveClient? Find(string connection) => _connected.GetValueOrDefault(connection);

    public void Connect(LiveClient client)
    {
        DropExpired();
        _connected[client.Connection] = client;
    }

    public void Close(LiveClient client) => _connected.Remove(client.Connection);

    /// <summary>Lets a client go on where a lost one of the same person was; false where there is none that had this frame.</summary>
    public bool TryResume(LiveClient client, long lastSequence)
    {
        DropExpired();
        // The old connection may not have been noticed as lost yet.
        var lost = _parked.Concat(_connected.Values).FirstOrDefault(other => other.User == client.User && client.TryResume(other, lastSequence));
        if (lost is null)
            return false;
        _parked.Remove(lost);
        _connected.Remove(lost.Connection);
        return true;
    }

    /// <summary>Keeps a client whose connection was lost.</summary>
    public void Park(string connection)
    {
        if (!_connected.Remove(connection, out var client))
            return;
        client.ParkedAt = time.GetTimestamp();
        DropExpired();
        if (_parked.Count == LivePacing.MaxParked)
            _parked.RemoveAt(0);
        _parked.Add(client);
    }

    private void DropExpired() => _parked.RemoveAll(client => client.ParkedAt is { } since && time.GetElapsedTime(since) > LivePacing.ParkFor);
}
