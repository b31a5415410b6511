using System.Collections.Concurrent;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios.Travel;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Reads each census and fits each region's roads once, for scenarios that are read many times with other values.</summary>
public sealed class CachedCensus(ICensusReader reader) : ICensusReader
{
    private readonly ConcurrentDictionary<(CensusSource Source, int UnitsPerCase, bool AcceptGood), IReadOnlyList<ScenarioTerminal>> known = [];
    private readonly ConcurrentDictionary<(CensusSource Source, ScenarioTravel Travel, int TripCases), Lazy<(IFieldCosts Costs, FieldCostFits? Fits)>> fitted = [];

    // Of the terms these alone decide what a census says.
    public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) =>
        known.GetOrAdd((source, terms.UnitsPerCase, terms.AcceptGood), _ => reader.Read(source, terms));

    public TravelMatrix Travel(string roads, IReadOnlyList<GeoPoint> points) => reader.Travel(roads, points);

    internal (IFieldCosts Costs, FieldCostFits? Fits) FieldCosts(CensusSource source, LabTerminals terminals, ScenarioTravel travel, int tripCases) =>
        fitted.GetOrAdd((source, travel, tripCases), key => new Lazy<(IFieldCosts, FieldCostFits?)>(() => RegionTravel.Of(terminals, key.Travel, key.Travel.RoadsOf(key.Source), key.TripCases, this))).Value;
}
