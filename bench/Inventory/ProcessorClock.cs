namespace Territory.Inventory.Benchmarks;

/// <summary>Tells the processor time of this process, so that a limit means the same on a machine that others use too.</summary>
internal sealed class ProcessorClock : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
