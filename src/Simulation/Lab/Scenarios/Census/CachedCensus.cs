using System.Collections.Concurrent;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Reads each census once, for scenarios that are read many times with other values.</summary>
public sealed class CachedCensus(ICensusReader reader) : ICensusReader
{
    private readonly ConcurrentDictionary<(CensusSource Source, int UnitsPerCase), IReadOnlyList<CensusTerminal>> known = [];

    // Of the terms only the units of a case decide what a census says.
    public IReadOnlyList<CensusTerminal> Read(CensusSource source, CensusTerms terms) =>
        known.GetOrAdd((source, terms.UnitsPerCase), _ => reader.Read(source, terms));
}
