using Territory.Model.Schedules;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Inventory;

/// <summary>An inventory problem in the form the search reads: one array per property, customers from 1 beside the depot at 0.</summary>
internal sealed class DraftProblem
{
    private const int MostNeighbours = 40;

    private readonly bool hasGaps;
    private readonly int[] distances;
    private readonly int[]? durations;

    public DraftProblem(InventoryProblem problem)
    {
        Problem = problem;
        Periods = problem.PeriodCount;
        Customers = problem.Customers.Count;
        Width = Customers + 1;
        Vehicles = problem.Vehicles.Count;
        hasGaps = problem.Distances.HasGaps || problem.Durations?.HasGaps == true;
        distances = Closed(problem.Distances, (int)problem.Distances.Longest);
        durations = problem.Durations is { } lengths ? Closed(lengths, 0) : null;
        ServicePerUnit = problem.ServiceDurationPerUnit;
        IsOrderUpTo = problem.Policy == ReplenishmentPolicy.OrderUpTo;
        BreachPrice = problem.BreachPrice;
        Starting = OfCustomers(customer => customer.StartingStock);
        Maximum = OfCustomers(customer => customer.Maximum);
        Minimum = OfCustomers(customer => customer.Minimum);
        Holding = OfCustomers(customer => customer.HoldingCost);
        ShortagePrice = OfCustomers(customer => customer.ShortageCost ?? BreachPrice);
        Service = OfCustomers(customer => customer.ServiceDuration);
        Consumption = new int[Periods * Width];
        IsOpen = new bool[Periods * Width];
        Supply = new long[Periods];
        var supply = problem.Supplier.StartingStock;
        for (var t = 0; t < Periods; t++)
        {
            Supply[t] = supply += problem.Supplier.Arrivals[t];
            for (var c = 1; c < Width; c++)
            {
                Consumption[(t * Width) + c] = problem.Customers[c - 1].Consumption[t];
                IsOpen[(t * Width) + c] = problem.Customers[c - 1].IsOpen(t);
            }
        }

        SupplierHolding = problem.Supplier.HoldingCost;
        SupplierCapacity = problem.Supplier.Capacity ?? long.MaxValue / 4;
        Capacity = [.. problem.Vehicles.Select(vehicle => vehicle.Capacity)];
        FixedCost = [.. problem.Vehicles.Select(vehicle => vehicle.FixedCost)];
        CostPerDistance = [.. problem.Vehicles.Select(vehicle => vehicle.CostPerDistance)];
        MaxDuration = [.. problem.Vehicles.Select(vehicle => vehicle.MaxDuration ?? Interval.Unbounded)];
        IsTimed = durations is not null;
        Allowed = [.. Enumerable.Range(0, Vehicles).SelectMany(vehicle => problem.Customers.Select(customer => customer.Allows(vehicle)).Prepend(true))];
        Twin = [.. Enumerable.Range(0, Vehicles).Select(FirstLike)];
        Neighbours = [.. Enumerable.Range(0, Width).Select(NeighboursOf)];
    }

    public InventoryProblem Problem { get; }

    public int Periods { get; }

    public int Customers { get; }

    /// <summary>Customers and the depot.</summary>
    public int Width { get; }

    public int Vehicles { get; }

    public int Routes => Periods * Vehicles;

    public bool IsOrderUpTo { get; }

    public bool IsTimed { get; }

    public long BreachPrice { get; }

    public int[] Starting { get; }

    public int[] Maximum { get; }

    public int[] Minimum { get; }

    public long[] Holding { get; }

    public long[] ShortagePrice { get; }

    public long[] Service { get; }

    public long ServicePerUnit { get; }

    /// <summary>Of customer c in period t at <c>t * Width + c</c>.</summary>
    public int[] Consumption { get; }

    public bool[] IsOpen { get; }

    /// <summary>What the supplier has had by each period.</summary>
    public long[] Supply { get; }

    public long SupplierHolding { get; }

    public long SupplierCapacity { get; }

    public int[] Capacity { get; }

    public long[] FixedCost { get; }

    public long[] CostPerDistance { get; }

    public long[] MaxDuration { get; }

    /// <summary>Whether vehicle v may come to customer c, at <c>v * Width + c</c>.</summary>
    public bool[] Allowed { get; }

    /// <summary>The first vehicle that is like each one in everything.</summary>
    public int[] Twin { get; }

    /// <summary>For each customer those near it, nearest first.</summary>
    public int[][] Neighbours { get; }

    public int Distance(int from, int to) => distances[(from * Width) + to];

    public long Duration(int from, int to) => durations is null ? 0 : durations[(from * Width) + to];

    /// <summary>A pair without a road has the longest distance and no duration, so that sums of a route that is being changed stay sound.</summary>
    public bool IsRoad(int from, int to) =>
        !hasGaps || from == to || (Problem.Distances.Matrix[(from * Width) + to] != ProblemData.NoRoad && Problem.Durations?.Matrix[(from * Width) + to] != ProblemData.NoRoad);

    private static int[] Closed(ArcLengths lengths, int gap) =>
        lengths.HasGaps ? Array.ConvertAll(lengths.Matrix, length => length == ProblemData.NoRoad ? gap : length) : lengths.Matrix;

    private T[] OfCustomers<T>(Func<InventoryCustomer, T> property)
        where T : struct => [default, .. Problem.Customers.Select(property)];

    private int FirstLike(int vehicle) => Enumerable.Range(0, vehicle + 1).First(other =>
        Problem.Vehicles[other] == Problem.Vehicles[vehicle] && Enumerable.Range(1, Customers).All(customer => Allowed[(other * Width) + customer] == Allowed[(vehicle * Width) + customer]));

    private int[] NeighboursOf(int customer) => customer == 0 ? [] :
        [.. Enumerable.Range(1, Customers).Where(other => other != customer).OrderBy(other => Math.Min(Distance(customer, other), Distance(other, customer))).ThenBy(other => other).Take(MostNeighbours)];
}
