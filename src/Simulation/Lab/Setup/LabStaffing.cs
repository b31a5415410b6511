namespace Territory.Simulation.Lab.Setup;

/// <summary>So many reps from a day on.</summary>
public sealed record LabStaffing(DateOnly From, int Reps);
