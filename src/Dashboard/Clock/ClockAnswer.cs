using Territory.Model.Ids;

namespace Territory.Dashboard.Clock;

public sealed record ClockAnswer(DateTimeOffset Now, double Speed, double TrueSpeed, bool Running, bool Live, bool Simulated)
{
    public static ClockAnswer Of(RegionTime time) => new(time.Now, time.Speed, time.TrueSpeed, time.Running, time.Live, time.Simulated);
}

/// <summary>What to change; a member that is absent stays.</summary>
public sealed record SetClockRequest(CommandId CommandId, double? Speed = null, bool? Running = null);
