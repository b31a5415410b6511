using Territory.Optimizer.Formats;

namespace Territory.Solver.Benchmarks;

/// <summary>A row of the route engine's table: instances, their conventions, how long and how good.</summary>
/// <param name="Name">What the command line and the table call it.</param>
/// <param name="Instances">Paths under shared/data/vrp.</param>
/// <param name="TargetPercent">The mean gap to reach; null: only the time of the first complete plan counts.</param>
/// <param name="Seeds">How many seeds, from 1 on.</param>
internal sealed record BenchmarkSet(string Name, IReadOnlyList<string> Instances, SetLimit Limit, double? TargetPercent, int Seeds)
{
    public RoundingRule Rounding { get; init; } = RoundingRule.Auto;

    public RoutingObjective Objective { get; init; } = RoutingObjective.Distance;

    /// <summary>Vehicles first: on how many instances the published number of vehicles is to be met.</summary>
    public int? MatchesWanted { get; init; }

    /// <summary>By when the first plan that serves everybody is to be there, in seconds.</summary>
    public double? FirstPlanSeconds { get; init; }

    public bool IsVehiclesFirst => Objective == RoutingObjective.VehiclesFirst;
}
