using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>What there is to expand with.</summary>
public sealed record ResourceScenario
{
    [Description("Trained and free at the start.")]
    [Range(0, 100_000)]
    public required int TrainedReps { get; init; }

    public VehicleScenario Vehicles { get; init; } = new();

    public required CashScenario Cash { get; init; }

    [Description("Regions that may be in their launch at once.")]
    [Range(1, 10_000)]
    public int ParallelLaunches { get; init; } = 10_000;

    [Range(1, 520)]
    public int LaunchWeeks { get; init; } = 4;
}

/// <summary>The fleet.</summary>
public sealed record VehicleScenario
{
    [Range(0, 100_000)]
    public int AtStart { get; init; } = 100_000;

    [Range(0, 1000)]
    public double AddedPerWeek { get; init; }

    [Range(0, 100_000)]
    public int Most { get; init; } = 100_000;
}

/// <summary>The cash.</summary>
public sealed record CashScenario
{
    [Range(-1e12, 1e12)]
    public required decimal Opening { get; init; }

    [Description("The balance is never below it; negative where there is a credit line.")]
    [Range(-1e12, 1e12)]
    public decimal Limit { get; init; }

    [Description("What comes in from elsewhere, for example from the template market.")]
    [Range(-1e9, 1e9)]
    public decimal PerWeek { get; init; }

    [Description("The share of replications in which the limit holds in every week.")]
    [Range(0, 1)]
    public double Confidence { get; init; } = 0.95;
}

/// <summary>What is sought.</summary>
public sealed record ObjectiveScenario
{
    public ExpansionGoal Goal { get; init; } = ExpansionGoal.NetPresentValue;

    [Range(0, 10)]
    public double DiscountPerYear { get; init; } = 0.1;

    [Description("Weeks after the horizon in which an opened region goes on as in its last four.")]
    [Range(0, 1040)]
    public int ResidualWeeks { get; init; }

    [Description("Weight of the worst against the mean.")]
    [Range(0, 1)]
    public double RiskWeight { get; init; }

    [Description("CVaR is the mean of the worst 1 - level of the replications.")]
    [Range(0, 0.999)]
    public double RiskLevel { get; init; } = 0.9;
}

/// <summary>Easy before hard.</summary>
public sealed record OrderScenario
{
    public OrderMode Mode { get; init; } = OrderMode.Penalty;

    [Description("What a pair in the wrong order costs at 100 points' difference: money, or weeks where weeks are the goal.")]
    [Range(0, 1e12)]
    public double Penalty { get; init; }

    [Description("Points of ease that count as equal.")]
    [Range(0, 100)]
    public double Tolerance { get; init; } = 5;
}

/// <summary>The scorecard's weights by criterion, and the gate.</summary>
public sealed record SelectionScenario
{
    public IReadOnlyDictionary<Criterion, double> Weights { get; init; } = new Dictionary<Criterion, double>();

    public GateScenario Gate { get; init; } = new();
}

/// <summary>What a region must reach before it may start.</summary>
public sealed record GateScenario
{
    [Description("Each of the five conditions and the team's acceptance.")]
    [Range(0, 1)]
    public double Condition { get; init; } = 0.5;

    [Description("Each block of data.")]
    [Range(0, 1)]
    public double Completeness { get; init; } = 0.5;

    [Description("Distributors' capacity over what the region sells at the template's share.")]
    [Range(0, 100)]
    public double DealerCover { get; init; } = 0.6;

    [Range(0, 100)]
    public double Score { get; init; }
}

/// <summary>Standard deviations of logarithms.</summary>
public sealed record UncertaintyScenario
{
    [Range(0, 3)]
    public double Speed { get; init; } = 0.3;

    [Range(0, 3)]
    public double Velocity { get; init; } = 0.2;

    [Range(0, 3)]
    public double Cost { get; init; } = 0.1;

    [Description("The part of each variance that all regions share.")]
    [Range(0, 1)]
    public double Common { get; init; } = 0.5;

    [Description("1: terminals are taken up in proportion to calls.")]
    [Range(0, 2)]
    public double EffortElasticity { get; init; } = 1;

    [Description("0: a strong rival does not slow our sales where we are carried.")]
    [Range(0, 3)]
    public double RivalResistance { get; init; } = 1;
}

/// <summary>How reps get from call to call.</summary>
public sealed record TravelScenario
{
    [Description("Door to door, parking included.")]
    [Range(1, 120)]
    public double KilometersPerHour { get; init; } = 22;

    [Description("Roads against straight lines.")]
    [Range(1, 3)]
    public double Detour { get; init; } = 1.3;
}
