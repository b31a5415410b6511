namespace Territory.Optimizer.Routing;

/// <summary>From this time on, until the next slot begins, the roads take this long (时段). A pair without a road is waited out until a slot that has one.</summary>
public sealed record TravelSlot(long From, ArcLengths Durations);
