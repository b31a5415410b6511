namespace Territory.Dashboard.People;

/// <summary>A vehicle's day whose driver links were revoked.</summary>
public sealed class RevokedLink
{
    /// <summary>The root of the day's links.</summary>
    public required string Id { get; set; }

    /// <summary>Links of earlier generations hold no more.</summary>
    public required int Generation { get; set; }
}
