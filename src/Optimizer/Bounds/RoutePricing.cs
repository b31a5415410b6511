namespace Territory.Optimizer.Bounds;

/// <summary>Finds routes of one fleet whose clients are worth more than the route costs.</summary>
/// <remarks>
/// Algorithm: labels are extended client by client in the order of a resource that only grows; a label goes when another at its client is no dearer, has used no more and
/// remembers no more, or when the rest cannot bring it below the threshold. The quick form forgets what is remembered when it compares, and so may miss routes.
/// Complexity: exponential in what is remembered, else O(steps n²) labels. Source: Baldacci, Mingozzi and Roberti (2011); Irnich and Desaulniers, Shortest path problems with
/// resource constraints (2005).
/// </remarks>
internal sealed class RoutePricing
{
    private const int MostBuckets = 200;
    private const int MostLabels = 1_500_000;
    private const int LookAtClock = 1 << 10;

    private readonly int index;
    private readonly RelaxedFleet fleet;
    private readonly RouteResource resource;
    private readonly CompletionBound completion;
    private readonly int[][] successors;
    private readonly long bucketWidth;
    private readonly int buckets;
    private readonly int[] first;
    private readonly long[] cheapest;
    private readonly List<int>[] waiting;
    private Label[] labels = new Label[1 << 12];
    private int[] following = new int[1 << 12];
    private bool[] isDominated = new bool[1 << 12];
    private int count;

    /// <param name="index">The fleet's place among all.</param>
    public RoutePricing(int index, RelaxedFleet fleet, RouteResource resource, CompletionBound completion)
    {
        this.index = index;
        this.fleet = fleet;
        this.resource = resource;
        this.completion = completion;
        var n = fleet.Clients;
        successors = [.. Enumerable.Range(0, n).Select(i => (int[])[.. Enumerable.Range(0, n).Where(j => fleet.Cost[(i * n) + j] < RelaxedFleet.Never)])];
        bucketWidth = Math.Max(1, ((resource.Most - resource.Least) / MostBuckets) + 1);
        buckets = (int)((resource.Most - resource.Least) / bucketWidth) + 1;
        first = new int[n * buckets];
        cheapest = new long[n * buckets];
        waiting = [.. Enumerable.Range(0, buckets).Select(_ => new List<int>())];
    }

    /// <summary>Finds the cheapest route over each last client, of those below the threshold.</summary>
    /// <param name="worth">What serving each client is worth; <paramref name="threshold"/> and it in <see cref="RelaxedFleet.Scale"/> parts of a unit.</param>
    /// <param name="isExact">Whether the cheapest route of all is wanted for certain.</param>
    /// <returns>False where time or memory ran out.</returns>
    public bool TryFind(MemorySets memory, ReadOnlySpan<long> worth, long threshold, bool isExact, Deadline deadline, List<PricedRoute> found)
    {
        Clear();
        Span<int> ends = stackalloc int[fleet.Clients];
        Span<long> endCosts = stackalloc long[fleet.Clients];
        ends.Fill(-1);
        endCosts.Fill(threshold);
        for (var i = 0; i < fleet.Clients; i++)
        {
            if (resource.First(i) is var at && at < RelaxedFleet.Never)
                Offer(new Label((fleet.StartCost[i] * RelaxedFleet.Scale) - worth[i], at, fleet.Demand[i], default(NodeSet).With(i), i, -1), threshold, isExact);
        }

        var looked = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            // Short steps stay in the bucket and are found behind.
            for (var k = 0; k < waiting[bucket].Count; k++)
            {
                var number = waiting[bucket][k];
                if (isDominated[number])
                    continue;
                if (++looked % LookAtClock == 0 && deadline.IsOver || count > MostLabels)
                    return false;
                Extend(number, memory, worth, threshold, isExact);
                ref readonly var label = ref labels[number];
                if (!resource.MayEnd(label.Client, label.At))
                    continue;
                var cost = label.Cost + (fleet.EndCost[label.Client] * RelaxedFleet.Scale);
                if (cost >= endCosts[label.Client])
                    continue;
                endCosts[label.Client] = cost;
                ends[label.Client] = number;
            }
        }

        foreach (var end in ends)
        {
            if (end >= 0)
                found.Add(RouteOf(end, endCosts[labels[end].Client]));
        }

        return true;
    }

    private void Clear()
    {
        count = 0;
        Array.Fill(first, -1);
        Array.Fill(cheapest, long.MaxValue);
        foreach (var list in waiting)
            list.Clear();
    }

    private void Extend(int number, MemorySets memory, ReadOnlySpan<long> worth, long threshold, bool isExact)
    {
        var label = labels[number];
        foreach (var next in successors[label.Client])
        {
            if (label.Memory.Contains(next))
                continue;
            var load = label.Load + fleet.Demand[next];
            if (!load.FitsIn(fleet.Capacity))
                continue;
            var at = resource.Next(label.Client, label.At, next);
            if (at >= RelaxedFleet.Never)
                continue;
            var cost = label.Cost + (fleet.Cost[(label.Client * fleet.Clients) + next] * RelaxedFleet.Scale) - worth[next];
            Offer(new Label(cost, at, load, label.Memory.Intersect(memory[next]).With(next), next, number), threshold, isExact);
        }
    }

    private void Offer(in Label label, long threshold, bool isExact)
    {
        if (completion.Applies && completion.Of(label.Client, label.At) is var rest && (rest >= RelaxedFleet.Never || label.Cost + rest >= threshold))
            return;
        var bucket = (int)((label.At - resource.Least) / bucketWidth);
        var row = label.Client * buckets;
        for (var b = bucket; b >= 0; b--)
        {
            if (cheapest[row + b] > label.Cost)
                continue;
            for (var other = first[row + b]; other >= 0; other = following[other])
            {
                if (labels[other].Dominates(label, isExact))
                    return;
            }
        }

        // Among those that came before in the same bucket some may now be needless.
        for (int other = first[row + bucket], previous = -1; other >= 0; other = following[other])
        {
            if (!label.Dominates(labels[other], isExact))
            {
                previous = other;
                continue;
            }

            isDominated[other] = true;
            if (previous < 0)
                first[row + bucket] = following[other];
            else
                following[previous] = following[other];
        }

        if (count == labels.Length)
        {
            Array.Resize(ref labels, 2 * count);
            Array.Resize(ref following, 2 * count);
            Array.Resize(ref isDominated, 2 * count);
        }

        labels[count] = label;
        isDominated[count] = false;
        following[count] = first[row + bucket];
        first[row + bucket] = count;
        cheapest[row + bucket] = Math.Min(cheapest[row + bucket], label.Cost);
        waiting[bucket].Add(count++);
    }

    private PricedRoute RouteOf(int end, long reducedCost)
    {
        var clients = new List<int>();
        for (var number = end; number >= 0; number = labels[number].Previous)
            clients.Add(labels[number].Client);
        clients.Reverse();
        return new PricedRoute(index, clients, fleet.CostOf(clients), reducedCost);
    }

    /// <summary>The beginning of a route, up to the start of service at a client.</summary>
    private readonly record struct Label(long Cost, long At, Routing.Load Load, NodeSet Memory, int Client, int Previous)
    {
        public bool Dominates(in Label other, bool isExact) =>
            Cost <= other.Cost && At <= other.At && (!isExact || (Load.FitsIn(other.Load) && Memory.IsWithin(other.Memory)));
    }
}
