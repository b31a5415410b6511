namespace Territory.Roads.Guidance;

/// <summary>A maneuver before its length is known.</summary>
/// <param name="Step">The step of the leg's path before which it happens.</param>
/// <param name="OnwardStep">The step on which the vehicle is when it is done: behind a roundabout or a turning lane.</param>
/// <param name="Name">Index of the road's name, or -1.</param>
internal readonly record struct DraftManeuver(ManeuverKind Kind, TurnDirection Direction, int? Exit, int Step, int OnwardStep, int Name);
