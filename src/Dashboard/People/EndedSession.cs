namespace Territory.Dashboard.People;

/// <summary>A session that was signed out of before its cookie expires.</summary>
public sealed class EndedSession
{
    public required string Id { get; set; }

    /// <summary>Unix milliseconds; from then on every cookie of the session has expired by itself.</summary>
    public required long ForgetAt { get; set; }
}
