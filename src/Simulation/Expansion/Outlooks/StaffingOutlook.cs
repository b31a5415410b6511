namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>What a region gives week by week after its start at one level of staffing, over replications.</summary>
/// <remarks>Rows are replications, columns weeks since the start; replication r is the same state of the world in every region and at every level.</remarks>
public sealed class StaffingOutlook
{
    /// <summary>The level's name, for example "as the template".</summary>
    public required string Level { get; init; }

    /// <summary>Trained reps the start takes out of the pool, for good.</summary>
    public required int Reps { get; init; }

    public required int Vehicles { get; init; }

    /// <summary>Staff against what the template's ratios ask for here; below 1 the effort is spread thin (集中原则).</summary>
    public double StaffingRatio { get; init; } = 1;

    /// <summary>Reps trained here and free for others by each week since the start, in total; empty where nobody is trained.</summary>
    public IReadOnlyList<int> TrainedByAge { get; init; } = [];

    /// <summary>Cash in less cash out, replication by replication.</summary>
    public required long[] NetCashMinorUnits { get; init; }

    /// <summary>Terminals that carry us, replication by replication; empty where coverage is not asked for.</summary>
    public float[] Handling { get; init; } = [];

    /// <summary>Weeks since the start until our share leads, one a replication; <see cref="Never"/> where it does not in the weeks looked at.</summary>
    public int[] LeadershipAges { get; init; } = [];

    public const int Never = int.MaxValue;

    public ReadOnlySpan<long> NetCashOf(int replication, int weeks) => NetCashMinorUnits.AsSpan(replication * weeks, weeks);

    public int TrainedAt(int age) => TrainedByAge.Count == 0 || age < 0 ? 0 : TrainedByAge[Math.Min(age, TrainedByAge.Count - 1)];

    public int LeadershipAge(int replication) => LeadershipAges.Length == 0 ? Never : LeadershipAges[replication];
}
