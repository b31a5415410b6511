namespace Territory.Optimizer.Routing;

/// <summary>When service should start, and what each unit of time before or after it costs. No vehicle waits for it: only hard windows are waited for.</summary>
public sealed record SoftWindow(Interval Preferred, long CostPerEarly, long CostPerLate)
{
    public long CostAt(long start) =>
        (CostPerEarly * Math.Max(0, Preferred.Early - start)) + (CostPerLate * Math.Max(0, start - Preferred.Late));
}
