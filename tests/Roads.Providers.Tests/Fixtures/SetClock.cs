namespace Territory.Roads.Providers.Tests.Fixtures;

/// <summary>A clock that stands where it is set; timers run as on the wall.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
