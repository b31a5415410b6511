namespace Territory.Optimizer.Inventory;

/// <summary>A schedule while it is searched: routes of each period and vehicle as chains, and what they and the stocks cost, kept up to date.</summary>
/// <remarks>
/// It may overload vehicles and take more from the supplier than there is; <see cref="Violation"/> counts those units. Customers who may not be short are at <see cref="InventoryProblem.BreachPrice"/> a unit.
/// A place (t, c) is at <c>t * Width + c</c>, c from 1; place (t, 0) is the depot. Route r is that of vehicle <c>r % vehicles</c> in period <c>r / vehicles</c>. Copying costs O(periods * customers).
/// </remarks>
internal sealed class Draft
{
    public const int None = -1;

    /// <summary>Above any price of a schedule.</summary>
    private const long Impossible = 1L << 61;

    private readonly DraftProblem data;
    private readonly int[] cells;
    private readonly long[] sums;

    public Draft(DraftProblem data)
    {
        this.data = data;
        var places = data.Periods * data.Width;
        cells = new int[(4 * places) + (4 * data.Routes)];
        sums = new long[data.Routes + data.Width + data.Periods];
        RouteOf.Fill(None);
        First.Clear();
        Last.Clear();
        for (var c = 1; c < data.Width; c++)
            Recount(c);
    }

    /// <summary>What comes after a place on its route; 0 is the depot.</summary>
    public Span<int> Next => cells.AsSpan(0, data.Periods * data.Width);

    public Span<int> Previous => cells.AsSpan(data.Periods * data.Width, data.Periods * data.Width);

    public Span<int> Quantity => cells.AsSpan(2 * data.Periods * data.Width, data.Periods * data.Width);

    /// <summary>The route that serves a place, or <see cref="None"/>.</summary>
    public Span<int> RouteOf => cells.AsSpan(3 * data.Periods * data.Width, data.Periods * data.Width);

    public Span<int> First => cells.AsSpan(4 * data.Periods * data.Width, data.Routes);

    public Span<int> Last => cells.AsSpan((4 * data.Periods * data.Width) + data.Routes, data.Routes);

    public Span<int> Load => cells.AsSpan((4 * data.Periods * data.Width) + (2 * data.Routes), data.Routes);

    public Span<int> StopCount => cells.AsSpan((4 * data.Periods * data.Width) + (3 * data.Routes), data.Routes);

    /// <summary>Time of each route, where time matters.</summary>
    public Span<long> Time => sums.AsSpan(0, data.Routes);

    /// <summary>Of each customer's stock and shortages.</summary>
    private Span<long> StockCost => sums.AsSpan(data.Routes, data.Width);

    /// <summary>Of each period.</summary>
    public Span<long> Delivered => sums.AsSpan(data.Routes + data.Width, data.Periods);

    public long Travel { get; private set; }

    public long Stocks { get; private set; }

    private long Overload { get; set; }

    /// <summary>Legs without a road; there may be some while customers are out, and a schedule that keeps any is none.</summary>
    private int Gaps { get; set; }

    /// <summary>Routes that take too long, as when a stop that was on the quickest way has been taken out; a schedule that keeps any is none.</summary>
    private int Late { get; set; }

    /// <summary>Whether every leg has a road and every route is in time.</summary>
    public bool IsPossible => Gaps == 0 && Late == 0;

    public void CopyFrom(Draft other)
    {
        other.cells.AsSpan().CopyTo(cells);
        other.sums.AsSpan().CopyTo(sums);
        (Travel, Stocks, Overload, Gaps, Late) = (other.Travel, other.Stocks, other.Overload, other.Gaps, other.Late);
    }

    /// <summary>The cost with a price for each unit of violation.</summary>
    public long Priced(long price)
    {
        var supplier = CountSupplier(out var violation);
        return !IsPossible ? Impossible : Travel + Stocks + supplier + (price * (violation + Overload));
    }

    public long SupplierCost => CountSupplier(out _);

    /// <summary>Units beyond a vehicle's capacity, the supplier's stock or its depot.</summary>
    public long Violation
    {
        get
        {
            CountSupplier(out var violation);
            return violation + Overload;
        }
    }

    public void Insert(int period, int customer, int route, int after, int quantity)
    {
        var row = period * data.Width;
        var before = after == 0 ? First[route] : Next[row + after];
        var vehicle = route % data.Vehicles;
        if (StopCount[route] == 0)
            Travel += data.FixedCost[vehicle];
        Travel += data.CostPerDistance[vehicle] * (data.Distance(after, customer) + data.Distance(customer, before) - (StopCount[route] == 0 ? 0 : data.Distance(after, before)));
        AddTime(
            route,
            data.Duration(after, customer) + data.Duration(customer, before) - (StopCount[route] == 0 ? 0 : data.Duration(after, before))
                + data.Service[customer] + (data.ServicePerUnit * quantity));
        Gaps += Gap(after, customer) + Gap(customer, before) - Gap(after, before);
        Link(row, route, after, customer);
        Link(row, route, customer, before);
        StopCount[route]++;
        RouteOf[row + customer] = route;
        Quantity[row + customer] = quantity;
        AddLoad(route, quantity);
        Delivered[period] += quantity;
    }

    /// <summary>Takes a visit out; who does so recounts the customer's stock.</summary>
    public void Remove(int period, int customer)
    {
        var row = period * data.Width;
        var (route, after, before, quantity) = (RouteOf[row + customer], Previous[row + customer], Next[row + customer], Quantity[row + customer]);
        var vehicle = route % data.Vehicles;
        StopCount[route]--;
        if (StopCount[route] == 0)
            Travel -= data.FixedCost[vehicle];
        Travel -= data.CostPerDistance[vehicle] * (data.Distance(after, customer) + data.Distance(customer, before) - (StopCount[route] == 0 ? 0 : data.Distance(after, before)));
        AddTime(
            route,
            (StopCount[route] == 0 ? 0 : data.Duration(after, before)) - data.Duration(after, customer) - data.Duration(customer, before)
                - data.Service[customer] - (data.ServicePerUnit * quantity));
        Gaps -= Gap(after, customer) + Gap(customer, before) - Gap(after, before);
        Link(row, route, after, before);
        RouteOf[row + customer] = None;
        Quantity[row + customer] = 0;
        AddLoad(route, -quantity);
        Delivered[period] -= quantity;
    }

    public void RemoveAll(int customer)
    {
        for (var t = 0; t < data.Periods; t++)
        {
            if (RouteOf[(t * data.Width) + customer] != None)
                Remove(t, customer);
        }

        Recount(customer);
    }

    public void SetQuantity(int period, int customer, int quantity)
    {
        var place = (period * data.Width) + customer;
        var change = quantity - Quantity[place];
        Quantity[place] = quantity;
        AddLoad(RouteOf[place], change);
        AddTime(RouteOf[place], data.ServicePerUnit * change);
        Delivered[period] += change;
    }

    /// <summary>Puts the stops of a route in another order.</summary>
    public void Reorder(int route, ReadOnlySpan<int> order)
    {
        var (row, vehicle) = (route / data.Vehicles * data.Width, route % data.Vehicles);
        var at = 0;
        long change = 0, time = 0;
        for (var stop = First[route]; ; stop = Next[row + stop])
        {
            change -= data.Distance(at, stop);
            time -= data.Duration(at, stop);
            Gaps -= Gap(at, stop);
            at = stop;
            if (stop == 0)
                break;
        }

        foreach (var stop in order)
        {
            change += data.Distance(at, stop);
            time += data.Duration(at, stop);
            Gaps += Gap(at, stop);
            Link(row, route, at, stop);
            at = stop;
        }

        change += data.Distance(at, 0);
        time += data.Duration(at, 0);
        Gaps += Gap(at, 0);
        Link(row, route, at, 0);
        Travel += data.CostPerDistance[vehicle] * change;
        AddTime(route, time);
    }

    /// <summary>Lives through the customer's periods.</summary>
    public void Recount(int customer)
    {
        long cost = 0;
        long stock = data.Starting[customer];
        var quantities = Quantity;
        for (var t = 0; t < data.Periods; t++)
        {
            stock += quantities[(t * data.Width) + customer] - data.Consumption[(t * data.Width) + customer];
            if (stock < data.Minimum[customer])
            {
                cost += data.ShortagePrice[customer] * (data.Minimum[customer] - stock);
                stock = data.Minimum[customer];
            }

            cost += data.Holding[customer] * stock;
        }

        Stocks += cost - StockCost[customer];
        StockCost[customer] = cost;
    }

    /// <summary>The supplier's stock at the end of each period.</summary>
    public void SupplierStocks(Span<long> stocks)
    {
        var delivered = Delivered;
        long sent = 0;
        for (var t = 0; t < data.Periods; t++)
            stocks[t] = data.Supply[t] - (sent += delivered[t]);
    }

    public InventorySchedule ToSchedule()
    {
        var routes = new List<InventoryRoute>();
        for (var route = 0; route < data.Routes; route++)
        {
            var stops = new List<InventoryStop>();
            var row = route / data.Vehicles * data.Width;
            for (var stop = First[route]; stop != 0; stop = Next[row + stop])
                stops.Add(new InventoryStop(stop - 1, Quantity[row + stop]));
            if (stops.Count > 0)
                routes.Add(new InventoryRoute(route / data.Vehicles, route % data.Vehicles, stops));
        }

        return new InventorySchedule(routes);
    }

    private long CountSupplier(out long violation)
    {
        long cost = 0, sent = 0;
        violation = 0;
        var delivered = Delivered;
        for (var t = 0; t < data.Periods; t++)
        {
            sent += delivered[t];
            var stock = data.Supply[t] - sent;
            cost += data.SupplierHolding * stock;
            violation += Math.Max(0, -stock) + Math.Max(0, stock - data.SupplierCapacity);
        }

        return cost;
    }

    private void AddTime(int route, long change)
    {
        var most = data.MaxDuration[route % data.Vehicles];
        Late -= Time[route] > most ? 1 : 0;
        Time[route] += change;
        Late += Time[route] > most ? 1 : 0;
    }

    private int Gap(int from, int to) => data.IsRoad(from, to) ? 0 : 1;

    private void AddLoad(int route, int change)
    {
        var capacity = data.Capacity[route % data.Vehicles];
        Overload -= Math.Max(0, Load[route] - capacity);
        Load[route] += change;
        Overload += Math.Max(0, Load[route] - capacity);
    }

    private void Link(int row, int route, int from, int to)
    {
        if (from == 0)
            First[route] = to;
        else
            Next[row + from] = to;
        if (to == 0)
            Last[route] = from;
        else
            Previous[row + to] = from;
    }
}
