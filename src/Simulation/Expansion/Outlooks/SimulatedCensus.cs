using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>A candidate's census as the lab's terminals and cells.</summary>
internal static class SimulatedCensus
{
    private const double DaysPerMonth = 30.4375;

    public static (LabTerminals Terminals, LabCells Cells) Of(CandidateMarket region, int unitsPerCase) => CensusRegion.Build(
        region.Id,
        [
            .. region.Terminals.Select(terminal => new ScenarioTerminal(
                terminal.Id,
                terminal.Location.Longitude,
                terminal.Location.Latitude,
                terminal.Class,
                terminal.CasesPerMonth * unitsPerCase / DaysPerMonth,
                terminal.OwnShare > 0,
                terminal.Rivals.Count > 0 ? (byte)Math.Min(byte.MaxValue, terminal.Rivals.Count) : null)),
        ],
        new CensusTerms());
}
