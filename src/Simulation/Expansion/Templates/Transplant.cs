using Territory.Simulation.Expansion.Census;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>Lays a template over another region's terminals and distances (移植).</summary>
public static class Transplant
{
    private const double WeeksPerMonth = 52.0 / 12;
    private const int DaysPerCycle = 20;

    /// <param name="travel">The region's ways; null: those of the template.</param>
    public static RegionFit Onto(MarketTemplate template, CandidateMarket region, IVisitTravel? travel = null)
    {
        var visits = 0.0;
        var inStore = 0.0;
        foreach (var terminal in region.Terminals)
        {
            if (template.Of(terminal.Class) is not { } norm)
                continue;
            visits += norm.VisitsPerCycle;
            inStore += norm.VisitsPerCycle * norm.MinutesPerVisit;
        }

        var usable = template.MinutesPerDay * template.Utilisation;
        var perVisit = visits > 0 ? inStore / visits : 0;
        var ways = travel is null ? template.TravelMinutesPerVisit : Settled(travel, region, perVisit, usable);
        var minutes = inStore + (visits * ways);
        var cases = region.CasesPerMonth / WeeksPerMonth * template.WeightedByWeek[^1] * template.ShareInHandlers;
        return new RegionFit(
            region.Id,
            region.Terminals.Count,
            visits,
            ways,
            minutes,
            visits > 0 ? Math.Max(1, (int)Math.Ceiling((minutes / (DaysPerCycle * usable)) - 1e-9)) : 0,
            region.Terminals.Count / template.TerminalsPerRep,
            cases > 0 ? (int)Math.Ceiling((cases / template.CasesPerVehicleWeek) - 1e-9) : 0,
            cases);
    }

    /// <summary>Calls a day depend on the ways and the ways, by their share of the way out, on the calls: a few rounds settle both.</summary>
    private static double Settled(IVisitTravel travel, CandidateMarket region, double minutesInStore, double usable)
    {
        var ways = 0.0;
        for (var round = 0; round < 20; round++)
            ways = travel.MinutesPerVisit(region.Terminals, usable / Math.Max(1, minutesInStore + ways));
        return ways;
    }
}
