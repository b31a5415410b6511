using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>A problem with no more vehicles of each type than a solution of it uses, and no price for using one: what is left of it is the length of the routes.</summary>
internal sealed class CappedFleet
{
    private readonly ProblemData whole;

    public CappedFleet(ProblemData whole, Solution solution)
    {
        this.whole = whole;
        var used = new int[whole.VehicleTypes.Count];
        foreach (var route in solution.Routes)
            used[route.VehicleType]++;
        Data = new ProblemData(
            whole.Depots,
            whole.Clients,
            [.. whole.VehicleTypes.Select((type, i) => type with { Count = used[i], FixedCost = 0 })],
            whole.Distances,
            whole.Durations,
            whole.Shipments,
            whole.Rules);
        Start = Translate(solution, Data, charge: -1);
    }

    public ProblemData Data { get; }

    /// <summary>The solution in terms of the capped fleet.</summary>
    public Solution Start { get; }

    public Solution InWhole(Solution solution) => Translate(solution, whole, charge: 1);

    private Solution Translate(Solution solution, ProblemData to, int charge)
    {
        var next = to.FirstVehicleOfType.ToArray();
        return Solution.Of(to, [.. solution.Routes.OrderBy(route => route.Vehicle).Select(route => route with
        {
            Vehicle = next[route.VehicleType]++,
            Cost = route.Cost + (charge * whole.VehicleTypes[route.VehicleType].FixedCost),
        })]);
    }
}
