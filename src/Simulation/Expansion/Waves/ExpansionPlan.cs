namespace Territory.Simulation.Expansion.Waves;

/// <summary>A rolling expansion (滚动复制计划): who starts when with whom, what it is worth, and how sure that is.</summary>
public sealed record ExpansionPlan
{
    public required IReadOnlyList<PlannedStart> Starts { get; init; }

    public required IReadOnlyList<LeftOutRegion> LeftOut { get; init; }

    /// <summary>What was maximised, in minor units of money or thousandths of a week (negative).</summary>
    public required double Objective { get; init; }

    /// <summary>No plan has a higher objective.</summary>
    public required double Bound { get; init; }

    /// <summary>(bound - objective) / |bound|; an upper bound of how far the plan is from the best.</summary>
    public double Gap => Bound <= Objective ? 0 : (Bound - Objective) / Math.Max(Math.Abs(Bound), 1);

    public required double OrderPenalty { get; init; }

    /// <summary>The value over the replications, penalties of order apart, in units of the objective.</summary>
    public required ValueBand Value { get; init; }

    /// <summary>The balance at each week's end, in minor units.</summary>
    public required IReadOnlyList<WeekBand> Cash { get; init; }

    /// <summary>The share of the replications in which the balance stays at or over its limit throughout.</summary>
    public required double CashKept { get; init; }

    /// <summary>Terminals that carry us as a share of those of all regions that may start.</summary>
    public required IReadOnlyList<WeekBand> Coverage { get; init; }

    /// <summary>Trained reps without a region, by week.</summary>
    public required IReadOnlyList<int> FreeReps { get; init; }

    public required IReadOnlyList<int> FreeVehicles { get; init; }

    /// <summary>Required regions that no plan was found for.</summary>
    public required IReadOnlyList<string> MissingRequired { get; init; }

    public required long Iterations { get; init; }

    public required long Seed { get; init; }
}
