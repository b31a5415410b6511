using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Territory.Dashboard.Access;

namespace Territory.Dashboard.People;

/// <summary>The sessions that were signed out of, so that a kept copy of their cookie opens nothing. In memory for every request, in the people's database for the next start.</summary>
public sealed class EndedSessions(IDbContextFactory<PeopleContext> contexts, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _ended = new(StringComparer.Ordinal);

    public bool Contains(string session) => _ended.ContainsKey(session);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var ended in context.EndedSessions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            _ended[ended.Id] = ended.ForgetAt;
    }

    /// <summary>Ends a session for good; ended ones whose cookies have expired are forgotten on the way.</summary>
    public async Task AddAsync(string session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var forgetAt = (now + SessionCookie.Lifetime).ToUnixTimeMilliseconds();
        if (!_ended.TryAdd(session, forgetAt))
            return;
        var past = now.ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.EndedSessions.Add(new EndedSession { Id = session, ForgetAt = forgetAt });
        await context.SaveChangesAsync(cancellationToken);
        await context.EndedSessions.Where(one => one.ForgetAt <= past).ExecuteDeleteAsync(cancellationToken);
        foreach (var (id, until) in _ended)
        {
            if (until <= past)
                _ended.TryRemove(id, out _);
        }
    }
}
