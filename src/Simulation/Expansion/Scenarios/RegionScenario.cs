using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>A candidate region.</summary>
public sealed record RegionScenario
{
    [MinLength(1)]
    public required string Id { get; init; }

    public required string Name { get; init; }

    [Description("A CSV of its terminals beside the scenario: id, name, lon, lat, class, volume, cell, ours, rivals; or live: and the id of a live region.")]
    public string? Census { get; init; }

    [Description("Its road network, for the ways between calls: a file of \"roads build\" beside the scenario, or live: and the id of a live region; absent: the scenario's travel.")]
    public string? Roads { get; init; }

    public MacroScenario? Macro { get; init; }

    public ConsumerScenario? Consumers { get; init; }

    public DealerScenario? Dealers { get; init; }

    [Description("Rivals' shares as surveyed, of a cell or of the whole region.")]
    public IReadOnlyList<RivalScenario> Rivals { get; init; } = [];

    [Description("The five conditions, each 0 to 1.")]
    public ConditionsScenario Conditions { get; init; } = new();

    [Description("How far the team stands behind the choice.")]
    [Range(0, 1)]
    public double? Acceptance { get; init; }

    [Range(0, 519)]
    public int EarliestWeek { get; init; }

    [Range(0, 519)]
    public int? LatestWeek { get; init; }

    [Description("It must be opened.")]
    public bool Required { get; init; }

    [Description("Why it may start although its gate says not yet.")]
    [MinLength(3)]
    public string? StartDespiteGate { get; init; }

    [Description("Why it may start out of the easy-before-hard order.")]
    [MinLength(3)]
    public string? OrderOverride { get; init; }

    [Description("How easy it is, 0 to 100, where the planner knows better than the scorecard.")]
    [Range(0, 100)]
    public double? Ease { get; init; }

    [Description("What its leadership counts against other regions'.")]
    [Range(0, 1000)]
    public double Weight { get; init; } = 1;
}

/// <summary>The region's economy.</summary>
public sealed record MacroScenario
{
    [Range(0, 2e9)]
    public required double Population { get; init; }

    [Range(0, 1e7)]
    public required double GdpPerHead { get; init; }

    [Description("Of the category, a year; 0.05 is five per cent.")]
    [Range(-0.9, 10)]
    public double ConsumptionGrowth { get; init; }

    [Range(-1, 1)]
    public double NetMigration { get; init; }
}

/// <summary>Those who buy.</summary>
public sealed record ConsumerScenario
{
    [Range(0, 10_000)]
    public required double CasesPerHeadAndYear { get; init; }

    [Range(0, 1)]
    public double? BrandAwareness { get; init; }
}

/// <summary>Distributors that would serve the region.</summary>
public sealed record DealerScenario
{
    [Range(0, 10_000)]
    public required int Distributors { get; init; }

    [Description("What their vehicles, warehouses and cash can move.")]
    [Range(0, 1e9)]
    public required double CasesPerWeek { get; init; }

    [Range(0, 100_000)]
    public int Vehicles { get; init; }
}

/// <summary>A rival's share.</summary>
public sealed record RivalScenario
{
    public required string Rival { get; init; }

    [Range(0, 1)]
    public required double Share { get; init; }

    [Description("The cell; absent: the whole region.")]
    public string? Cell { get; init; }
}

/// <summary>Each 0 to 1; absent where nobody has judged it.</summary>
public sealed record ConditionsScenario
{
    [Range(0, 1)]
    public double? BrandMaturity { get; init; }

    [Range(0, 1)]
    public double? Demand { get; init; }

    [Range(0, 1)]
    public double? BrandInfluence { get; init; }

    [Range(0, 1)]
    public double? CustomerCooperation { get; init; }

    [Range(0, 1)]
    public double? Execution { get; init; }
}
