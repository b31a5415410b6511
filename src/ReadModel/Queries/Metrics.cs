namespace Territory.ReadModel.Queries;

/// <summary>One figure with what it was divided by; the value is null where there is nothing to divide by.</summary>
public sealed record Metric(double? Value, long Numerator, long Denominator)
{
    public static Metric Ratio(long numerator, long denominator) => new(denominator == 0 ? null : (double)numerator / denominator, numerator, denominator);

    /// <summary>A count out of a whole; its value is the count.</summary>
    public static Metric Count(long count, long whole) => new(count, count, whole);
}

/// <summary>The header's figures of a day (关键指标) for one scope.</summary>
/// <param name="NumericDistribution">铺市率: active outlets with stock over active outlets.</param>
/// <param name="WeightedDistribution">加权铺市率: category volume of active outlets with stock over that of all active outlets.</param>
/// <param name="VisitCoverage">拜访达成率: planned outlets visited over planned outlets, today.</param>
/// <param name="Unvisited">未访问客户: active outlets whose frequency asked for a valid visit that has not been.</param>
/// <param name="OutOfStock">断货率: terminal-products at zero over listed terminal-products.</param>
/// <param name="DeliveriesOnTime">准时率: arrivals within the window over drops due by now, today.</param>
public sealed record Metrics(
    DateOnly Day,
    DateTimeOffset At,
    long Position,
    Metric NumericDistribution,
    Metric WeightedDistribution,
    Metric VisitCoverage,
    Metric Unvisited,
    Metric OutOfStock,
    Metric DeliveriesOnTime);
