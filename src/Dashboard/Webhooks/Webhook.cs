using Territory.Model.Ids;

namespace Territory.Dashboard.Webhooks;

/// <summary>An address that is told what happens in a region.</summary>
public sealed record Webhook
{
    public required string Id { get; init; }

    public required RegionId Region { get; init; }

    public required Uri Address { get; init; }

    /// <summary>The key that signs, as it lies on disk.</summary>
    public required string ProtectedSecret { get; init; }

    public required UserId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The journal position up to which everything has been told.</summary>
    public required long Position { get; init; }

    public long Told { get; init; }

    /// <summary>Since when the next message has been failing; null while none does.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public string? LastFailure { get; init; }

    /// <summary>How often a person has set it going: whoever waits for the next attempt then waits no longer.</summary>
    public int Resumed { get; init; }

    /// <summary>It failed for too long, and waits until a person sets it going again.</summary>
    public bool IsPaused { get; init; }
}
