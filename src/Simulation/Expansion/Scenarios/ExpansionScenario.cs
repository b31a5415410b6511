using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Territory.Simulation.Expansion.Outlooks;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>A rolling expansion as it is asked for; money in major units, weeks from 0.</summary>
public sealed record ExpansionScenario
{
    public required string Name { get; init; }

    [Description("The Monday of week 0, yyyy-MM-dd; starts are given as dates too then.")]
    public DateOnly? FirstWeek { get; init; }

    [Description("The horizon.")]
    [Range(4, 520)]
    public required int Weeks { get; init; }

    [Description("States of the world that outlooks are drawn for; the same in every region.")]
    [Range(1, 1000)]
    public int Replications { get; init; } = 60;

    [Description("The template market's figures from its start on; they are frozen and their hash is in the result.")]
    public required TemplateScenario Template { get; init; }

    [Description("Ways to staff a region, against what the template's ratios ask for. Standard: lean 0.75, template 1, strong 1.25.")]
    public IReadOnlyList<StaffingLevel> Staffing { get; init; } = StandardStaffing;

    public required ResourceScenario Resources { get; init; }

    public ObjectiveScenario Objective { get; init; } = new();

    [Description("Easy before hard.")]
    public OrderScenario Order { get; init; } = new();

    public SelectionScenario Selection { get; init; } = new();

    [Description("How sure the template's figures are elsewhere.")]
    public UncertaintyScenario Uncertainty { get; init; } = new();

    [Description("Outlooks from simulated days of each region instead of the template's curves.")]
    public SimulatedMarket? Simulator { get; init; }

    [Description("Ways between calls from each region's own distances; absent: the template's minutes.")]
    public TravelScenario? Travel { get; init; }

    public required IReadOnlyList<RegionScenario> Regions { get; init; }

    public static IReadOnlyList<StaffingLevel> StandardStaffing { get; } = [new("lean", 0.75), new("template", 1), new("strong", 1.25)];
}
