using Territory.Simulation.Expansion.Census;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>What the ways between calls take in a region.</summary>
public interface IVisitTravel
{
    /// <param name="visitsPerDay">Calls of a rep's day.</param>
    double MinutesPerVisit(IReadOnlyList<CensusTerminal> terminals, double visitsPerDay);
}
