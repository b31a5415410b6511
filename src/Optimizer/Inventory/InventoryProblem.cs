using Territory.Model.Problems;
using Territory.Model.Schedules;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Inventory;

/// <summary>Whom to replenish when and with how much, and on which routes, so that nobody runs out and the whole costs least (库存路径问题).</summary>
/// <remarks>
/// Order of events in a period t: arrivals at the supplier, deliveries, consumption, count. Whole units:
/// <code>
/// supplier(t)    = supplier(t-1) + arrivals(t) - sum of deliveries(t);          0 &lt;= supplier(t) &lt;= capacity
/// stocked(c, t)  = stock(c, t-1) + delivery(c, t);                               stocked(c, t) &lt;= maximum(c) where there is a delivery
/// short(c, t)    = max(0, minimum(c) - (stocked(c, t) - consumption(c, t)))
/// stock(c, t)    = stocked(c, t) - consumption(c, t) + short(c, t)
/// cost = sum over routes of (fixed cost of the vehicle + its cost per distance * length)
///      + sum over periods of (holding cost * supplier(t) + sum over c of (holding cost(c) * stock(c, t) + shortage cost(c) * short(c, t)))
/// </code>
/// A customer without a shortage cost may not be short. At most one delivery to a customer and one route of a vehicle in a period; each route within the vehicle's capacity and time.
/// Under order-up-to a delivery makes stocked(c, t) equal to maximum(c).
/// Source: Archetti, Bertazzi, Laporte and Speranza, A branch-and-cut algorithm for a vendor-managed inventory-routing problem (2007); production is available in its own period as in the 12th DIMACS challenge (2022).
/// </remarks>
public sealed class InventoryProblem
{
    /// <param name="distances">The depot is location 0, customer c location c + 1.</param>
    /// <param name="durations">The same for times; null: time does not matter.</param>
    /// <exception cref="InvalidInputException">Something is out of range; every fault is named with its place.</exception>
    public InventoryProblem(
        ReplenishmentPolicy policy,
        InventorySupplier supplier,
        IReadOnlyList<InventoryCustomer> customers,
        IReadOnlyList<InventoryVehicle> vehicles,
        ArcLengths distances,
        ArcLengths? durations = null,
        long serviceDurationPerUnit = 0)
    {
        ArgumentNullException.ThrowIfNull(distances);
        (Policy, Supplier, Customers, Vehicles) = (policy, supplier, customers, vehicles);
        (Distances, Durations, ServiceDurationPerUnit) = (distances.ToMatrix(), durations?.ToMatrix(), serviceDurationPerUnit);
        if (InventoryInspection.Inspect(this) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
    }

    public ReplenishmentPolicy Policy { get; }

    public InventorySupplier Supplier { get; }

    public IReadOnlyList<InventoryCustomer> Customers { get; }

    public IReadOnlyList<InventoryVehicle> Vehicles { get; }

    public ArcLengths Distances { get; }

    public ArcLengths? Durations { get; }

    /// <summary>Time at a stop for each unit delivered, beside the customer's own.</summary>
    public long ServiceDurationPerUnit { get; }

    public int PeriodCount => Supplier.Arrivals.Count;

    /// <summary>More than a unit can save by breaking a rule: trips of its own in every period and its storage. What the search prices a broken rule by in the end.</summary>
    internal long BreachPrice
    {
        get
        {
            var trip = Vehicles.Select(vehicle => vehicle.FixedCost + (2 * vehicle.CostPerDistance * Distances.Longest)).DefaultIfEmpty(0).Max();
            var holding = Customers.Select(customer => customer.HoldingCost * Math.Max(customer.Maximum, customer.StartingStock)).DefaultIfEmpty(0).Max();
            var shortage = Customers.Max(customer => customer.ShortageCost ?? 0);
            return 1 + ((trip + holding + Supplier.HoldingCost + shortage) * (PeriodCount + 1));
        }
    }
}
