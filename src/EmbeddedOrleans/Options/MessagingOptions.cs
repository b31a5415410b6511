namespace Orleans.Configuration;

/// <summary>Options of calls that silos and clients share.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for a response when the method does not say.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
