namespace Territory.Optimizer.Inventory;

/// <summary>The cheapest quantities for the visits of a schedule, all customers and periods together (maximum level only): a minimum-cost circulation.</summary>
/// <remarks>
/// With the visits and their vehicles fixed, what is left is linear: stock flows from the supplier's period over a vehicle's route to a customer's period, and from each period to the next. Whole capacities
/// make whole quantities optimal. Nodes: the root, the supplier and each route by period, each customer before and after delivery by period. Arcs beyond a rule cost <see cref="DraftProblem.BreachPrice"/> a unit.
/// Losing consumption on purpose never pays, since a unit costs the same to lose in every period, so that shortages of the optimum are those of the definition.
/// Algorithm: cancelling of negative cycles from the schedule's own quantities, which are near the optimum. Complexity: O(nodes * arcs) a cycle, rarely more than some passes over the arcs.
/// Source: Klein, A primal method for minimal cost flows (1967); quantities as a flow in inventory routing: Coelho, Cordeau and Laporte (2012).
/// </remarks>
internal sealed class QuantityFlow(DraftProblem data)
{
    private const int Infinite = int.MaxValue / 2;
    private const int Root = 0;

    private readonly List<Arc> arcs = [];
    private readonly List<(int Place, int Arc)> visits = [];
    private readonly int[] nodeOfRoute = new int[data.Routes];
    private int[] parentArc = [];
    private long[] distance = [];
    private int[] mark = [];
    private int nodes;

    /// <summary>Sets the best quantities; a visit that should bring nothing goes out.</summary>
    public void Optimise(Draft draft)
    {
        Build(draft);
        Size();
        while (CancelCycles())
        {
        }

        foreach (var (place, arc) in visits)
        {
            var (period, customer, quantity) = (place / data.Width, place % data.Width, arcs[arc].Flow);
            if (quantity == 0)
                draft.Remove(period, customer);
            else
                draft.SetQuantity(period, customer, quantity);
        }

        for (var c = 1; c < data.Width; c++)
            draft.Recount(c);
    }

    private void Build(Draft draft)
    {
        arcs.Clear();
        visits.Clear();
        nodes = 1;
        var supplier = nodes;
        nodes += data.Periods;
        BuildSupplier(draft, supplier);
        BuildRoutes(draft, supplier);
        for (var c = 1; c < data.Width; c++)
            BuildCustomer(draft, c);
    }

    private void BuildSupplier(Draft draft, int supplier)
    {
        Span<long> stocks = stackalloc long[data.Periods];
        draft.SupplierStocks(stocks);
        for (var t = 0; t < data.Periods; t++)
        {
            var (from, to) = (supplier + t, t + 1 < data.Periods ? supplier + t + 1 : Root);
            var capacity = (int)Math.Min(Infinite, data.SupplierCapacity);
            var stock = (int)Math.Clamp(stocks[t], 0, Infinite);
            arcs.Add(new Arc(from, to, Math.Min(stock, capacity), 0, capacity, data.SupplierHolding));
            if (capacity < Infinite)
                arcs.Add(new Arc(from, to, Math.Max(0, stock - capacity), 0, Infinite, data.SupplierHolding + data.BreachPrice));
            arcs.Add(new Arc(to, from, (int)Math.Max(0, -stocks[t]), 0, Infinite, data.BreachPrice - data.SupplierHolding));
        }
    }

    private void BuildRoutes(Draft draft, int supplier)
    {
        for (var route = 0; route < data.Routes; route++)
        {
            if (draft.StopCount[route] == 0)
                continue;
            nodeOfRoute[route] = nodes;
            var (period, vehicle) = (route / data.Vehicles, route % data.Vehicles);
            var capacity = data.Capacity[vehicle];
            var most = Infinite;
            if (data.ServicePerUnit > 0)
                most = (int)Math.Min(Infinite, draft.Load[route] + Math.Max(0, (data.MaxDuration[vehicle] - draft.Time[route]) / data.ServicePerUnit));
            arcs.Add(new Arc(supplier + period, nodes, Math.Min(draft.Load[route], capacity), 0, Math.Min(capacity, most), 0));
            if (most > capacity)
                arcs.Add(new Arc(supplier + period, nodes, Math.Max(0, draft.Load[route] - capacity), 0, most - capacity, data.BreachPrice));
            nodes++;
        }
    }

    private void BuildCustomer(Draft draft, int customer)
    {
        var stock = data.Starting[customer];
        var after = nodes++;
        for (var t = 0; t < data.Periods; t++)
        {
            var place = (t * data.Width) + customer;
            if (draft.RouteOf[place] is var route and not Draft.None)
            {
                // A delivery enters before the level is limited. In the first period the starting stock is there already.
                var limited = nodes++;
                stock += draft.Quantity[place];
                visits.Add((place, arcs.Count));
                arcs.Add(new Arc(nodeOfRoute[route], after, draft.Quantity[place], 0, Infinite, 0));
                arcs.Add(new Arc(after, limited, stock, 0, data.Maximum[customer], 0));
                after = limited;
            }

            stock -= data.Consumption[place];
            var missing = Math.Max(0, data.Minimum[customer] - stock);
            stock += missing;
            arcs.Add(new Arc(Root, after, missing, 0, Infinite, data.ShortagePrice[customer]));
            var next = t + 1 < data.Periods ? nodes++ : Root;
            arcs.Add(new Arc(after, next, stock, data.Minimum[customer], Infinite, data.Holding[customer]));
            after = next;
        }
    }

    private void Size()
    {
        if (parentArc.Length >= nodes)
            return;
        parentArc = new int[nodes];
        distance = new long[nodes];
        mark = new int[nodes];
    }

    /// <summary>Finds negative cycles among the arcs that can still change and sends what they take round them.</summary>
    /// <returns>Whether there was one.</returns>
    private bool CancelCycles()
    {
        distance.AsSpan(0, nodes).Clear();
        parentArc.AsSpan(0, nodes).Fill(Draft.None);
        var list = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(arcs);
        for (var pass = 0; pass <= nodes; pass++)
        {
            var isChanged = false;
            for (var i = 0; i < list.Length; i++)
            {
                ref var arc = ref list[i];
                if (arc.Flow < arc.Most && distance[arc.From] + arc.Cost < distance[arc.To])
                {
                    (distance[arc.To], parentArc[arc.To]) = (distance[arc.From] + arc.Cost, i << 1);
                    isChanged = true;
                }

                if (arc.Flow > arc.Least && distance[arc.To] - arc.Cost < distance[arc.From])
                {
                    (distance[arc.From], parentArc[arc.From]) = (distance[arc.To] - arc.Cost, (i << 1) | 1);
                    isChanged = true;
                }
            }

            if (!isChanged)
                return false;
            if (CancelAmongParents(list))
                return true;
        }

        return false;
    }

    /// <summary>A cycle among the arcs that nodes were last reached by is negative.</summary>
    private bool CancelAmongParents(Span<Arc> list)
    {
        mark.AsSpan(0, nodes).Clear();
        var isFound = false;
        for (var start = 0; start < nodes; start++)
        {
            var node = start;
            while (node >= 0 && mark[node] == 0)
            {
                mark[node] = start + 1;
                node = Parent(list, node);
            }

            if (node < 0 || mark[node] != start + 1)
                continue;
            Send(list, node);
            isFound = true;
        }

        return isFound;
    }

    private int Parent(Span<Arc> list, int node)
    {
        var arc = parentArc[node];
        return arc == Draft.None ? Draft.None : (arc & 1) == 0 ? list[arc >> 1].From : list[arc >> 1].To;
    }

    private void Send(Span<Arc> list, int start)
    {
        var (node, amount) = (start, Infinite);
        do
        {
            ref var arc = ref list[parentArc[node] >> 1];
            amount = Math.Min(amount, (parentArc[node] & 1) == 0 ? arc.Most - arc.Flow : arc.Flow - arc.Least);
            node = Parent(list, node);
        }
        while (node != start);
        do
        {
            list[parentArc[node] >> 1].Flow += (parentArc[node] & 1) == 0 ? amount : -amount;
            node = Parent(list, node);
        }
        while (node != start);
    }

    private struct Arc(int from, int to, int flow, int least, int most, long cost)
    {
        public readonly int From = from;
        public readonly int To = to;
        public readonly int Least = least;
        public readonly int Most = most;
        public readonly long Cost = cost;
        public int Flow = flow;
    }
}
