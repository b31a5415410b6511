namespace Territory.Dashboard.Tests.Fixtures;

/// <summary>The real clock, moved: timers run as ever, and the date is the one the test's figures are worked out for.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
