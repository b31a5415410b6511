namespace Territory.Simulation.Expansion.Waves;

/// <summary>Which regions to open, when and with how many people, under what can be trained, driven and paid.</summary>
public sealed record ExpansionProblem
{
    public required int Weeks { get; init; }

    public required int Replications { get; init; }

    public required IReadOnlyList<ExpansionRegion> Regions { get; init; }

    /// <summary>Trained reps there have been by each week from the first pool and from the template market, in total, never falling; those trained in opened regions come on top.</summary>
    public required IReadOnlyList<int> RepsByWeek { get; init; }

    public required IReadOnlyList<int> VehiclesByWeek { get; init; }

    public required CashRule Cash { get; init; }

    /// <summary>Regions that may be in their launch at once.</summary>
    public int ParallelLaunches { get; init; } = int.MaxValue;

    /// <summary>Weeks a launch takes the organisation's attention.</summary>
    public int LaunchWeeks { get; init; } = 1;

    public OrderPreference Order { get; init; } = OrderPreference.Free;

    public ExpansionObjective Objective { get; init; } = new();
}
