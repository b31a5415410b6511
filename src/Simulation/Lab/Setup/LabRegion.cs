using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Lab.Setup;

/// <summary>A region of the lab (区域市场): its terminals and consumers, its distributor, its people and vehicles, its rivals.</summary>
public sealed record LabRegion
{
    public required string Id { get; init; }

    public required LabTerminals Terminals { get; init; }

    /// <summary>Where consumers live and what they would buy of the category; terminals name their cell by its place here.</summary>
    public required LabCells Cells { get; init; }

    public LabDistributor Distributor { get; init; } = new();

    public LabFieldForce FieldForce { get; init; } = new();

    public LabFleet Fleet { get; init; } = new();

    public LabFieldCosts FieldCosts { get; init; } = new();

    /// <summary>What days on the road take, asked for the very terminals of a day by their rows; null: what <see cref="FieldCosts"/> says of their number.</summary>
    public IFieldCosts? Roads { get; init; }

    public LabRivals Rivals { get; init; } = new();
}
