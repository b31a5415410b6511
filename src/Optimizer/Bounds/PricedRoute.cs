namespace Territory.Optimizer.Bounds;

/// <summary>A route of the relaxation; it may come back to a client that it has forgotten.</summary>
/// <param name="Fleet">Its place among all.</param>
/// <param name="Cost">In the problem's units.</param>
/// <param name="ReducedCost">Less what its clients are worth, in <see cref="RelaxedFleet.Scale"/> parts of a unit.</param>
internal sealed record PricedRoute(int Fleet, IReadOnlyList<int> Clients, long Cost, long ReducedCost);
