namespace Territory.Roads.Providers.Services;

/// <summary>An attempt failed in a way that another may not.</summary>
internal sealed class TransientFailure(string message, TimeSpan retryAfter) : Exception(message)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
