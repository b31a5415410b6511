using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>What a plan has more (or, negative, less) than another of the same day.</summary>
/// <param name="Lateness">Time by which stops are late, summed; with <paramref name="LateStops"/> both of breaches of windows.</param>
/// <param name="Moved">Stops, by their first order, on another vehicle or trip or in another place among those that both have.</param>
/// <param name="Broken">Breaches that only the later plan has, or has more of.</param>
/// <param name="Mended">Breaches that only the earlier plan had.</param>
public sealed record PlanChange(
    Distance Distance,
    Duration Working,
    Money Cost,
    int LateStops,
    Duration Lateness,
    int Unserved,
    int Vehicles,
    IReadOnlyList<OrderId> Moved,
    IReadOnlyList<PlanBreach> Broken,
    IReadOnlyList<PlanBreach> Mended);
