namespace Orleans.Configuration;

/// <summary>Options of the calls that a silo serves.</summary>
public sealed class SiloMessagingOptions : MessagingOptions
{
    /// <summary>How often a request may follow its grain to a new activation.</summary>
    public int MaxForwardCount { get; set; } = 2;
}
