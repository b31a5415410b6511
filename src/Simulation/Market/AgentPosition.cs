using Territory.Model.Calendar;

namespace Territory.Simulation.Market;

/// <summary>Where a rep or vehicle is: on a leg from one place to another, or at rest at its end.</summary>
/// <param name="AgentId">The <c>RepId</c> or <c>VehicleId</c> as text.</param>
/// <param name="Departure">When the leg began, or will begin.</param>
/// <param name="Arrival">When it ends. Equal to the departure for an agent that is staying where it is.</param>
public readonly record struct AgentPosition(
    AgentKind Kind,
    string AgentId,
    Waypoint From,
    Waypoint To,
    TimeOfDay Departure,
    TimeOfDay Arrival)
{
    public bool IsMovingAt(TimeOfDay time) => time >= Departure && time < Arrival;

    /// <summary>Share of the leg done, 0 before it and 1 after, for interpolation along the road geometry.</summary>
    public double ProgressAt(TimeOfDay time) =>
        time >= Arrival ? 1 : time <= Departure ? 0 : (double)(time - Departure).Seconds / (Arrival - Departure).Seconds;
}
