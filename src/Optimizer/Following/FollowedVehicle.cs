using Territory.Model.Calendar;

namespace Territory.Optimizer.Following;

/// <summary>A vehicle of the day as the forecast needs it.</summary>
/// <param name="Seen">Null where no position is known.</param>
public sealed record FollowedVehicle(TimeOfDay ShiftEnd, Sighting? Seen = null);
