using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Territory.Dashboard.People;

/// <summary>Which driver links hold no more before their time. In memory for every request, in the people's database for the next start.</summary>
public sealed class RevokedLinks(IDbContextFactory<PeopleContext> contexts) : IDisposable
{
    /// <summary>One at a time: each revocation counts on from the one before.</summary>
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, int> _generations = new(StringComparer.Ordinal);

    /// <summary>The generation of a link that is made now.</summary>
    public int GenerationOf(DriverLink link) => _generations.GetValueOrDefault(link.Root);

    public bool Contains(DriverLink link) => link.Generation < GenerationOf(link);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var revoked in context.RevokedLinks.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            _generations[revoked.Id] = revoked.Generation;
    }

    /// <summary>Revokes every link of the vehicle's day that was made so far.</summary>
    public async Task AddAsync(DriverLink link, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await AddInTurnAsync(link, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task AddInTurnAsync(DriverLink link, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revoked = await context.RevokedLinks.SingleOrDefaultAsync(one => one.Id == link.Root, cancellationToken);
        if (revoked is null)
            context.RevokedLinks.Add(revoked = new RevokedLink { Id = link.Root, Generation = 0 });
        revoked.Generation++;
        // First on disk: a link that was said to be revoked must not open anything after a restart.
        await context.SaveChangesAsync(cancellationToken);
        _generations[link.Root] = revoked.Generation;
    }
}
