using Territory.Model.Distributors;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.Roads.Network;

namespace Territory.Demo;

/// <summary>A whole region as values: its roads, its shops and a company that serves them. The seed names every draw that made it.</summary>
public sealed record GeneratedRegion
{
    public required long Seed { get; init; }

    public required Region Region { get; init; }

    public required RoadNetwork Roads { get; init; }

    public required IReadOnlyList<Product> Products { get; init; }

    public required IReadOnlyList<DistributorFile> Distributors { get; init; }

    public required IReadOnlyList<VehicleFile> Vehicles { get; init; }

    public required IReadOnlyList<RepFile> Reps { get; init; }

    public required IReadOnlyList<TerminalFile> Terminals { get; init; }
}
