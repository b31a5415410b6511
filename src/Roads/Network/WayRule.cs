namespace Territory.Roads.Network;

/// <summary>An <see cref="AccessRule"/> in the builder's terms: it holds for the whole way that lists it.</summary>
public sealed record WayRule(SegmentDirections Directions, TravelModes Modes, bool Allows, ushort HeavierThanTenKilograms = 0, WeeklySchedule? Schedule = null);
