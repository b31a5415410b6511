using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Territory.Model.Terminals;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>The template market's figures.</summary>
public sealed record TemplateScenario
{
    public required string Name { get; init; }

    [Description("The hash the frozen template must have; a template that has changed since is refused.")]
    public string? Hash { get; init; }

    public required IReadOnlyList<TemplateClassScenario> Classes { get; init; }

    public required PricesScenario Prices { get; init; }

    [Description("Largest rival's share before the start.")]
    [Range(0, 0.99)]
    public double RivalShare { get; init; }

    [Description("Cases of the category a head and year.")]
    [Range(0.0001, 10_000)]
    public double? CasesPerHeadAndYear { get; init; }

    [Description("Office, recruiting and first training, once.")]
    [Range(0, 1e9)]
    public decimal SetUpCost { get; init; }

    [Description("Weeks until what was delivered is paid.")]
    [Range(0, 104)]
    public int CreditWeeks { get; init; }

    [Range(0, 480)]
    public required double TravelMinutesPerVisit { get; init; }

    [Range(60, 960)]
    public int MinutesPerDay { get; init; } = 480;

    public required TrainingScenario Training { get; init; }

    [Description("From the start on, the first first.")]
    public required IReadOnlyList<TemplateWeekScenario> Weeks { get; init; }
}

/// <summary>A class of terminals in the template market.</summary>
public sealed record TemplateClassScenario
{
    public required TerminalClass Class { get; init; }

    [Range(0, 10_000_000)]
    public required int Terminals { get; init; }

    [Description("In four weeks.")]
    [Range(0, 28)]
    public required int VisitsPerCycle { get; init; }

    [Range(0, 480)]
    public required double MinutesPerVisit { get; init; }
}

/// <summary>Of a case.</summary>
public sealed record PricesScenario
{
    [Range(0, 1e6)]
    public required decimal Factory { get; init; }

    [Range(0, 1e6)]
    public required decimal Terminal { get; init; }

    [Range(0, 1e6)]
    public required decimal Retail { get; init; }

    [Description("What a case costs to make and bring to the distributor.")]
    [Range(0, 1e6)]
    public required decimal Cost { get; init; }
}

/// <summary>Reps trained for other regions.</summary>
public sealed record TrainingScenario
{
    [Description("Out of the template market.")]
    [Range(0, 1000)]
    public required double RepsPerWeek { get; init; }

    [Description("Until an opened region trains others.")]
    [Range(0, 520)]
    public int DelayWeeks { get; init; }

    [Description("By each rep of a region that trains others.")]
    [Range(0, 10)]
    public double RepsPerRepAndWeek { get; init; }
}

/// <summary>A week of the template market.</summary>
public sealed record TemplateWeekScenario
{
    [Range(0, 0.9999)]
    public required double NumericDistribution { get; init; }

    [Range(0, 0.9999)]
    public required double WeightedDistribution { get; init; }

    [Range(0, 1)]
    public required double Share { get; init; }

    [Range(0, 1e9)]
    public required double Cases { get; init; }

    [Range(0, 100_000)]
    public required int Reps { get; init; }

    [Range(0, 100_000)]
    public int Vehicles { get; init; }

    [Range(0, 1e9)]
    public decimal PersonnelCost { get; init; }

    [Range(0, 1e9)]
    public decimal VehicleCost { get; init; }

    [Description("Listing, display, samples, launch promotions.")]
    [Range(0, 1e9)]
    public decimal LaunchCost { get; init; }
}
