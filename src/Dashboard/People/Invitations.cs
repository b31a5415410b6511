using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Territory.Dashboard.People;

/// <summary>Makes and redeems single-use links.</summary>
public sealed class Invitations(IDbContextFactory<PeopleContext> contexts, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private const int TokenBytes = 32;

    /// <summary>A fresh token for a person, or for the first administrator; the person's earlier ones stop working.</summary>
    public async Task<string> IssueAsync(string? personId, CancellationToken cancellationToken)
    {
        var token = Base64Url(RandomNumberGenerator.GetBytes(TokenBytes));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Invitations.Where(one => one.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        context.Invitations.Add(new Invitation
        {
            TokenHash = HashOf(token),
            PersonId = personId,
            ExpiresAt = (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds(),
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    /// <summary>The invitation of a token that still works; null otherwise, whatever the reason.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(one => one.TokenHash == hash && one.UsedAt == null && one.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Uses the token up. Of several callers with the same token exactly one gets true.</summary>
    public async Task<bool> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations
            .Where(one => one.TokenHash == hash && one.UsedAt == null && one.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), cancellationToken) == 1;
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
