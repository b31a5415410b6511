using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Travel;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A region of a scenario: whose terminals, and everything that a planner may turn.</summary>
public sealed record ScenarioRegion
{
    public required string Id { get; init; }

    /// <summary>Whose terminals these are.</summary>
    public required CensusSource Terminals { get; init; }

    /// <summary>How the census becomes terminals and consumers of the lab.</summary>
    public CensusTerms Census { get; init; } = new();

    public LabDistributor Distributor { get; init; } = new();

    public LabFieldForce FieldForce { get; init; } = new();

    public LabFleet Fleet { get; init; } = new();

    /// <summary>Null: the usual coefficients over the area that the terminals take up.</summary>
    public LabFieldCosts? FieldCosts { get; init; }

    /// <summary>What the road takes by the optimiser's routes; null: by <see cref="FieldCosts"/>. Minutes of a call and a drop are those of FieldCosts either way.</summary>
    public ScenarioTravel? Travel { get; init; }

    public LabRivals Rivals { get; init; } = new();
}
