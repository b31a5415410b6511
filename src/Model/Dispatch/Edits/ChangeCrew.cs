namespace Territory.Model.Dispatch.Edits;

/// <summary>Sends other people with a vehicle (换司机).</summary>
/// <param name="Crew">Naming nobody goes back to who the vehicle's file says.</param>
public sealed record ChangeCrew(Crew Crew) : PlanEdit;
