using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Schedules;

/// <summary>The sample's dashboard with travel times, which schedules need.</summary>
public sealed class ScheduleHost : IAsyncLifetime
{
    public DashboardHost Dashboard { get; } = new() { Travel = new AirLine() };

    public ValueTask InitializeAsync() => Dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
