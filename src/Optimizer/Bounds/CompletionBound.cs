namespace Territory.Optimizer.Bounds;

/// <summary>The least reduced cost of going on from a client to the end, by where the resource stands, if every earlier client were forgotten.</summary>
/// <remarks>
/// Algorithm: backward recursion over steps of the resource no wider than its least use, each rounded down, so that what is given is never too much. Complexity:
/// O(steps n²). Source: Christofides, Mingozzi and Toth, Exact algorithms for the vehicle routing problem, based on spanning tree and shortest path relaxations (1981).
/// </remarks>
internal sealed class CompletionBound
{
    private const long MostSteps = 20_000;
    private const long MostWork = 400_000_000;

    private readonly RelaxedFleet fleet;
    private readonly RouteResource resource;
    private readonly long width;
    private readonly int steps;
    private readonly long[] least;

    public CompletionBound(RelaxedFleet fleet, RouteResource resource)
    {
        this.fleet = fleet;
        this.resource = resource;
        width = resource.LeastUse;
        var range = resource.Most - resource.Least;
        var wanted = width > 0 && range >= 0 ? (range / width) + 1 : long.MaxValue;
        Applies = wanted <= MostSteps && wanted * fleet.Clients * fleet.Clients <= MostWork;
        steps = Applies ? (int)wanted : 0;
        least = new long[steps * fleet.Clients];
    }

    /// <summary>Whether it can be had at a sensible price; else it tells nothing.</summary>
    public bool Applies { get; }

    /// <param name="worth">What serving each client is worth, in <see cref="RelaxedFleet.Scale"/> parts of a unit.</param>
    /// <returns>The least reduced cost of a whole route.</returns>
    public long Update(ReadOnlySpan<long> worth)
    {
        var n = fleet.Clients;
        for (var step = steps - 1; step >= 0; step--)
        {
            var edge = resource.Least + (step * width);
            for (var i = 0; i < n; i++)
            {
                var at = fleet.IsTimed ? fleet.Service(i, edge) : edge;
                var best = at <= resource.Most && resource.MayEnd(i, at) ? fleet.EndCost[i] * RelaxedFleet.Scale : RelaxedFleet.Never;
                for (var j = 0; j < n && at <= resource.Most; j++)
                {
                    var cost = fleet.Cost[(i * n) + j];
                    if (cost >= RelaxedFleet.Never)
                        continue;
                    var next = resource.Next(i, at, j);
                    if (next < RelaxedFleet.Never && Of(j, next) is var rest && rest < RelaxedFleet.Never)
                        best = Math.Min(best, (cost * RelaxedFleet.Scale) - worth[j] + rest);
                }

                least[(step * n) + i] = best;
            }
        }

        var route = RelaxedFleet.Never;
        for (var i = 0; i < n; i++)
        {
            if (resource.First(i) is var at && at < RelaxedFleet.Never && Of(i, at) is var rest && rest < RelaxedFleet.Never)
                route = Math.Min(route, (fleet.StartCost[i] * RelaxedFleet.Scale) - worth[i] + rest);
        }

        return route;
    }

    public long Of(int client, long at) => least[((int)((at - resource.Least) / width) * fleet.Clients) + client];
}
