using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Travel;

namespace Territory.Optimizer.Following;

/// <summary>Where a vehicle was seen last, by how far it had to go.</summary>
/// <param name="Next">The first order of the stop it was on its way to; null: to the depot.</param>
/// <param name="Ahead">Travel from where it was seen (point 0) to there (point 1).</param>
public sealed record Sighting(TimeOfDay At, OrderId? Next, DayTravel Ahead);
