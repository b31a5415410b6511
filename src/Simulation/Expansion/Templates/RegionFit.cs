namespace Territory.Simulation.Expansion.Templates;

/// <summary>What a region needs to be run as the template is.</summary>
/// <param name="Reps">By the template's cadence and use of a day and the region's own ways.</param>
/// <param name="RepsByRatio">By terminals per rep alone; far from <paramref name="Reps"/> where the region is denser or wider than the template.</param>
/// <param name="CasesPerWeek">Ours at the template's highest distribution.</param>
public sealed record RegionFit(
    string Region, int Terminals, double VisitsPerCycle, double TravelMinutesPerVisit, double MinutesPerCycle, int Reps, double RepsByRatio, int Vehicles, double CasesPerWeek);
