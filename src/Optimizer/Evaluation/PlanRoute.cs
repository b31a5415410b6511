using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>A route to be evaluated: any stops in any order.</summary>
/// <param name="Vehicle">Number of the vehicle, counted through the types in order.</param>
/// <param name="Trips">Client numbers of each trip.</param>
/// <param name="Windows">The window chosen for each client, by its position among the client's own; null: the first that can be met.</param>
public sealed record PlanRoute(int Vehicle, IReadOnlyList<IReadOnlyList<int>> Trips, IReadOnlyList<IReadOnlyList<int>>? Windows = null)
{
    public static PlanRoute Of(SolutionRoute route) => new(route.Vehicle, route.Trips, route.Windows);
}
