namespace Orleans.Configuration;

/// <summary>The limit of each activation's queue; only the embedded runtime has it.</summary>
public sealed class GrainQueueOptions
{
    /// <summary>Requests that may wait at one activation before callers get a <see cref="Runtime.LimitExceededException"/>.</summary>
    public int MaxWaitingRequests { get; set; } = 10_000;
}
