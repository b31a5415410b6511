namespace Territory.Optimizer.Bounds;

/// <summary>Which earlier clients a route that stands at a client still remembers and so may not come back to: itself and the nearest ones.</summary>
/// <remarks>Source: Baldacci, Mingozzi and Roberti, New route relaxation and pricing strategies for the vehicle routing problem (2011).</remarks>
internal sealed class MemorySets
{
    private readonly NodeSet[] sets;

    /// <param name="size">How many are remembered at a client, itself among them.</param>
    public MemorySets(RelaxedFleet fleet, RouteResource resource, int size)
    {
        var n = fleet.Clients;
        var together = Inseparable(fleet, resource);
        sets = new NodeSet[n];
        for (var i = 0; i < n; i++)
        {
            var set = default(NodeSet).With(i);
            foreach (var j in Enumerable.Range(0, n).OrderBy(j => Math.Min(fleet.Cost[(i * n) + j], fleet.Cost[(j * n) + i])).ThenBy(j => j).Where(j => j != i).Take(size - 1))
                set = set.With(j);
            for (var j = 0; j < n; j++)
            {
                if (together[j] == together[i])
                    set = set.With(j);
            }

            sets[i] = set;
        }
    }

    public ref readonly NodeSet this[int client] => ref sets[client];

    /// <summary>Clients between which one can go at no use of the resource must remember each other, or a route could turn there for ever. Gives each client its group.</summary>
    private static int[] Inseparable(RelaxedFleet fleet, RouteResource resource)
    {
        int[] group = [.. Enumerable.Range(0, fleet.Clients)];
        for (var i = 0; i < fleet.Clients; i++)
        {
            for (var j = 0; j < fleet.Clients; j++)
            {
                if (fleet.Cost[(i * fleet.Clients) + j] >= RelaxedFleet.Never || resource.Use(i, j) > 0 || group[i] == group[j])
                    continue;
                var (kept, merged) = (group[i], group[j]);
                for (var k = 0; k < group.Length; k++)
                    group[k] = group[k] == merged ? kept : group[k];
            }
        }

        return group;
    }
}
