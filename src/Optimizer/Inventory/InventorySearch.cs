using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Inventory;

/// <summary>Simulated annealing over schedules: a few customers are taken out of the whole horizon and put back one after another, each at least cost over all its days, quantities and routes.</summary>
/// <remarks>
/// Algorithm: <see cref="ScheduleRuin"/>, <see cref="HorizonReinsertion"/> and <see cref="RouteTidying"/> make a candidate. Vehicles may be overloaded, and the supplier overdrawn, at a price a unit that follows how often schedules keep
/// the rules; of the best, fewer such units go before any cost. Under maximum level the quantities of a new best schedule's visits are made optimal together (<see cref="QuantityFlow"/>),
/// which also takes away overloads that one customer alone cannot.
/// Source: the neighbourhood is that of Zhao, Archetti, Pham and Vidal (2025), at <see cref="HorizonReinsertion"/>; ruin and recreate in the place of their genetic search, because one exact reinsertion after another
/// is a recreation already and because a schedule, unlike a route, is one individual of all its days; quantities by flow as in Coelho, Cordeau and Laporte, The inventory-routing problem with transshipment (2012).
/// </remarks>
internal sealed class InventorySearch
{
    private const int PriceRound = 64;
    private const int LeastPrice = 1;

    /// <summary>Steps between two flows for so many periods of customers: a flow takes longer than a step by their number.</summary>
    private const int PlacesPerPause = 64;

    /// <summary>In one step of so many empty vehicles look cheaper than they are.</summary>
    private const int LureOdds = 4;

    private readonly DraftProblem data;
    private readonly Xoshiro256 random;
    private readonly HorizonReinsertion reinsertion;
    private readonly RouteTidying tidying;
    private readonly ScheduleRuin ruin;
    private readonly QuantityFlow? flow;
    private readonly PeriodRouting routing;
    private readonly CoolingSchedule cooling;
    private readonly Draft candidate;
    private readonly Draft polished;
    private readonly Draft current;
    private readonly long seed;
    private long price;
    private int kept;
    private long iteration;
    private long nextPolish;
    private bool isBestNew;

    public InventorySearch(DraftProblem data, long seed)
    {
        this.data = data;
        this.seed = seed;
        routing = new PeriodRouting(data);
        random = new Xoshiro256(unchecked((ulong)seed));
        reinsertion = new HorizonReinsertion(data);
        tidying = new RouteTidying(data);
        ruin = new ScheduleRuin(data, random);
        flow = data.IsOrderUpTo ? null : new QuantityFlow(data);
        var arc = TypicalArc();
        cooling = new CoolingSchedule(arc * 3, arc * 0.03, 0);
        price = Math.Max(LeastPrice, (long)(arc * data.Customers / Math.Max(1, data.Capacity.Max())));
        (current, candidate, polished, Best) = (new Draft(data), new Draft(data), new Draft(data), new Draft(data));
        Begin();
    }

    public Draft Best { get; }

    /// <summary>With broken rules at <see cref="DraftProblem.BreachPrice"/>.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Units by which the best overloads vehicles or the supplier. Fewer go before any cost.</summary>
    private long BestViolation { get; set; } = long.MaxValue;

    public void Run(int iterations, long horizon)
    {
        for (var i = 0; i < iterations; i++)
            Step(horizon);
    }

    /// <summary>Has the route engine route a best schedule that it has not seen.</summary>
    public void ImproveRoutes()
    {
        if (!isBestNew)
            return;
        isBestNew = false;
        nextPolish = iteration;
        Polish(Best);
        polished.CopyFrom(Best);
        routing.Improve(polished, seed);
        TakeIfBetter(polished);
        isBestNew = false;
    }

    /// <summary>Serving nobody breaks no rule where shortages have a price; then a schedule that breaks rules only where it must; then one that may, from which the search goes on.</summary>
    private void Begin()
    {
        TakeIfBetter(current);
        foreach (var first in (long[])[data.BreachPrice, price])
        {
            for (var customer = 1; customer < data.Width; customer++)
                current.RemoveAll(customer);
            // Far customers first: near ones fit in on the way.
            foreach (var customer in Enumerable.Range(1, data.Customers).OrderByDescending(customer => data.Distance(0, customer)).ThenBy(customer => customer))
                reinsertion.Reinsert(current, customer, first, null);
            TakeIfBetter(current);
        }

        Polish(current);
    }

    private void Step(long horizon)
    {
        candidate.CopyFrom(current);
        var removed = ruin.Choose(candidate);
        foreach (var customer in removed)
            candidate.RemoveAll(customer);
        reinsertion.EmptyEighths = random.Next(LureOdds) == 0 ? random.Next(HorizonReinsertion.Eighths) : HorizonReinsertion.Eighths;
        foreach (var customer in removed)
            reinsertion.Reinsert(candidate, customer, price, random);
        for (var t = 0; t < data.Periods; t++)
        {
            foreach (var customer in removed)
            {
                if (candidate.RouteOf[(t * data.Width) + customer] is var route and not Draft.None)
                    tidying.Tidy(candidate, route);
            }
        }

        var cost = candidate.Priced(price);
        var temperature = cooling.Temperature(iteration++, horizon);
        if (cost < current.Priced(price) + (temperature * LogTable.NegativeLog(random)))
        {
            current.CopyFrom(candidate);
            Consider(candidate, cost);
        }

        kept += current.Violation == 0 ? 1 : 0;
        if (iteration % PriceRound == 0)
            Reprice();
    }

    private void Consider(Draft draft, long cost)
    {
        if (TakeIfBetter(draft) || cost < BestCost)
            Polish(draft);
    }

    /// <summary>Makes the quantities optimal together.</summary>
    private void Polish(Draft draft)
    {
        if (flow is null || iteration < nextPolish)
            return;
        nextPolish = iteration + (data.Customers * data.Periods / PlacesPerPause);
        polished.CopyFrom(draft);
        flow.Optimise(polished);
        TakeIfBetter(polished);
    }

    private bool TakeIfBetter(Draft draft)
    {
        var (violation, cost) = (draft.Violation, draft.Priced(data.BreachPrice));
        if (!draft.IsPossible || violation > BestViolation || (violation == BestViolation && cost >= BestCost))
            return false;
        Best.CopyFrom(draft);
        (BestViolation, BestCost, isBestNew) = (violation, cost, true);
        return true;
    }

    private void Reprice()
    {
        // Between a quarter and a half of the schedules keep all rules, where rules bind at all.
        if (kept < PriceRound / 4)
            price = Math.Min(data.BreachPrice, price + (price / 8) + 1);
        else if (kept > PriceRound / 2)
            price = Math.Max(LeastPrice, price - (price / 9));
        kept = 0;
    }

    /// <summary>Mean cost of an arc between near customers, so that temperatures mean the same on every map.</summary>
    private double TypicalArc()
    {
        double sum = 0;
        var count = 0;
        for (var c = 1; c < data.Width; c++)
        {
            foreach (var neighbour in data.Neighbours[c].Take(5))
            {
                if (!data.IsRoad(c, neighbour))
                    continue;
                sum += data.Distance(c, neighbour);
                count++;
            }
        }

        return Math.Max(1, count == 0 ? 1 : sum / count) * Math.Max(1, data.CostPerDistance.Min());
    }
}
