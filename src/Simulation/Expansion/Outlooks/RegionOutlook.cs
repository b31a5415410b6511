namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>What a region gives after its start (区域前景), at each level of staffing.</summary>
/// <param name="Weeks">Weeks since the start that are looked at.</param>
public sealed record RegionOutlook(string Region, int Weeks, int Replications, IReadOnlyList<StaffingOutlook> Levels);
