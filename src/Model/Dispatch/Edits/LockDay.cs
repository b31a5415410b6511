namespace Territory.Model.Dispatch.Edits;

/// <summary>Locks the whole day.</summary>
/// <param name="Strength">Null takes the lock off.</param>
public sealed record LockDay(LockStrength? Strength) : PlanEdit;
