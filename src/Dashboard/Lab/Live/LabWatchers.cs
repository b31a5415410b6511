using System.Collections.Concurrent;
using System.Security.Claims;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Lab.Live;

/// <summary>The connections that watch the lab.</summary>
public sealed class LabWatchers(DashboardSettings settings, PeopleDirectory people, EndedSessions ended, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (LabWatcher Watcher, ClaimsPrincipal User)> _watchers = new(StringComparer.Ordinal);

    internal IEnumerable<LabWatcher> All => _watchers.Values.Select(entry => entry.Watcher);

    internal bool IsEmpty => _watchers.IsEmpty;

    /// <returns>Why not, as a code; null when it is connected.</returns>
    internal string? Open(string connection, PersonFacts person, ClaimsPrincipal user, Action abort)
    {
        if (_watchers.Count >= settings.MaxLiveClients && !_watchers.ContainsKey(connection))
            return "live.full";
        _watchers[connection] = (new LabWatcher(connection, LabDesk.OnlyOf(person), abort, time), user);
        return null;
    }

    internal void Acknowledge(string connection, long sequence)
    {
        if (_watchers.TryGetValue(connection, out var entry))
            entry.Watcher.Acknowledge(sequence);
    }

    internal void Close(string connection) => _watchers.TryRemove(connection, out _);

    /// <summary>Ends the connections of people who signed out, were disabled or given another role or scope since they connected.</summary>
    internal async Task RevokeAsync(CancellationToken cancellationToken)
    {
        foreach (var (connection, (watcher, user)) in _watchers)
        {
            var person = await SessionCookie.PersonOfAsync(user, people, ended, cancellationToken);
            if (person is not null && Policies.Roles[Policies.ReadLab].Contains(person.Role) && LabDesk.OnlyOf(person) == watcher.Only)
                continue;
            Close(connection);
            watcher.Abort();
        }
    }
}
