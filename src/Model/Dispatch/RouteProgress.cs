using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>How far a vehicle's day has come.</summary>
/// <param name="Departures">When each trip left that has; the goods of these trips are on board or delivered.</param>
/// <param name="Returns">When each trip came back that has.</param>
/// <param name="Done">The stops made, in order.</param>
public sealed record RouteProgress(
    VehicleId Vehicle, IReadOnlyList<TimeOfDay> Departures, IReadOnlyList<TimeOfDay> Returns, IReadOnlyList<StopActual> Done);
