using Territory.Model.Problems;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Fetches the terminals that a scenario names; files and live regions are known to the caller only.</summary>
public interface ICensusReader
{
    /// <exception cref="InvalidInputException">There is no such census, or it has rows that cannot be read; all are listed.</exception>
    IReadOnlyList<CensusTerminal> Read(CensusSource source, CensusTerms terms);
}
