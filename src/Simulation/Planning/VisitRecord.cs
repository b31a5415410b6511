namespace Territory.Simulation.Planning;

/// <param name="LastVisit">The day of the last valid visit; null when there was none.</param>
/// <param name="FirstKnown">The day on which the outlet joined the rep's list; an outlet never visited counts from here.</param>
public readonly record struct VisitRecord(DateOnly? LastVisit, DateOnly FirstKnown);
