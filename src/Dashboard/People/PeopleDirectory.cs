using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Territory.Dashboard.People;

/// <summary>Looks people up for every request, from memory for at most a moment, so that a change takes effect within seconds.</summary>
public sealed class PeopleDirectory(IDbContextFactory<PeopleContext> contexts, DriverLinks links, TimeProvider time)
{
    /// <summary>How long a change made by another process may go unnoticed; changes made here are seen at once.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (PersonFacts? Facts, long ReadAt)> _known = new(StringComparer.Ordinal);

    /// <summary>The person, or null when there is none. Disabled people are returned as such.</summary>
    public async ValueTask<PersonFacts?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (DriverLink.TryParse(id, out var link))
            return await links.HoldsAsync(link, cancellationToken) ? link.ToPerson() : null;
        if (_known.TryGetValue(id, out var known) && time.GetElapsedTime(known.ReadAt) < Freshness)
            return known.Facts;
        var readAt = time.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await context.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (person is null)
        {
            // Unknown ids are not kept: a cookie of a deleted database must not fill the memory.
            _known.TryRemove(id, out _);
            return null;
        }

        var facts = PersonFacts.Of(person);
        _known[id] = (facts, readAt);
        return facts;
    }

    public async Task<IReadOnlyList<PersonFacts>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await context.Users.AsNoTracking().OrderBy(person => person.CreatedAt).ThenBy(person => person.Id).ToListAsync(cancellationToken);
        return [.. people.Select(PersonFacts.Of)];
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Users.AnyAsync(cancellationToken);
    }

    /// <summary>Forgets what is known of a person, after they were changed.</summary>
    public void Forget(string id) => _known.TryRemove(id, out _);
}
