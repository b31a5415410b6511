namespace Orleans.Runtime;

/// <summary>When a reminder ticked. A grain finds missed ticks by counting periods since the first.</summary>
[GenerateSerializer, Immutable, Alias("TickStatus")]
public readonly struct TickStatus
{
    private TickStatus(DateTime firstTickTime, TimeSpan period, DateTime currentTickTime)
    {
        FirstTickTime = firstTickTime;
        Period = period;
        CurrentTickTime = currentTickTime;
    }

    /// <summary>When the first tick was due, in UTC.</summary>
    public DateTime FirstTickTime { get; }

    public TimeSpan Period { get; }

    /// <summary>When the silo began to deliver this tick, in UTC.</summary>
    public DateTime CurrentTickTime { get; }

    public static TickStatus Create(DateTime firstTickTime, TimeSpan period, DateTime timeStamp) => new(firstTickTime, period, timeStamp);

    public override string ToString() => $"<{FirstTickTime}, {Period}, {CurrentTickTime}>";
}
