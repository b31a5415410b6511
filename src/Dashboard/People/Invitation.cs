namespace Territory.Dashboard.People;

/// <summary>A single-use link by which a person sets a password and signs in. Only the token's hash is kept.</summary>
public sealed class Invitation
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Whom it is for; null on the first administrator's link, which makes the person.</summary>
    public string? PersonId { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public required long ExpiresAt { get; set; }

    /// <summary>Unix milliseconds; null while unused.</summary>
    public long? UsedAt { get; set; }
}
