namespace Territory.Optimizer.Evaluation;

/// <summary>Another vehicle that could serve a stop of a plan without breaking a rule.</summary>
/// <param name="CostDelta">How much dearer the plan would be with the stop at its best place there.</param>
public sealed record StopAlternative(int Vehicle, long CostDelta);
