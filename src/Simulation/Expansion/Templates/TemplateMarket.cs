using Territory.Model.Products;
using Territory.Model.Quantities;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>A market's figures from its start on, out of which a template is frozen (样板市场).</summary>
public sealed record TemplateMarket
{
    public required string Name { get; init; }

    public required IReadOnlyList<TemplateClass> Classes { get; init; }

    public required PriceLadder Prices { get; init; }

    /// <summary>What a case costs to make and bring to the distributor.</summary>
    public required Money CostPerCase { get; init; }

    public required IReadOnlyList<TemplateWeek> Weeks { get; init; }

    public required TrainingOutput Training { get; init; }

    /// <summary>Minutes between two calls, all driving of a rep's day divided by its calls.</summary>
    public required double TravelMinutesPerVisit { get; init; }

    /// <summary>The largest rival's share before the start.</summary>
    public required double RivalShare { get; init; }

    /// <summary>Category cases sold per head and year.</summary>
    public double? CasesPerHeadAndYear { get; init; }

    /// <summary>Office, recruiting and first training, once.</summary>
    public Money SetUpCost { get; init; }

    /// <summary>Weeks until what was delivered is paid.</summary>
    public int CreditWeeks { get; init; }

    public int MinutesPerDay { get; init; } = 480;
}
