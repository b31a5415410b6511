using Territory.Model.Problems;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Inventory;

/// <summary>Everything that is wrong with the parts of an inventory problem, each with its place.</summary>
/// <remarks>The bounds keep every sum below 2^62; <c>inventory.sum</c> is where sizes that are each allowed are too much together.</remarks>
internal sealed class InventoryInspection
{
    public const int MostPeriods = 62;
    public const int MostCustomers = 5_000;
    public const int MostVehicles = 1_000;
    public const int LargestLevel = 100_000;
    public const long LargestPrice = 1L << 40;
    public const long LargestStock = 1L << 31;

    private const int MostKept = 200;

    private readonly List<Problem> problems = [];

    public static IReadOnlyList<Problem> Inspect(InventoryProblem problem)
    {
        var inspection = new InventoryInspection();
        inspection.Parts(problem);
        if (inspection.problems.Count == 0)
            inspection.Sums(problem);
        return inspection.problems;
    }

    private void Parts(InventoryProblem problem)
    {
        Require(Enum.IsDefined(problem.Policy), "inventory.policy", "The policy must be order-up-to or maximum-level.", "policy", problem.Policy);
        Require(problem.PeriodCount is >= 1 and <= MostPeriods, "inventory.periods", $"There must be 1 to {MostPeriods} periods.", "supplier.arrivals", problem.PeriodCount);
        Require(problem.Customers.Count is >= 1 and <= MostCustomers, "inventory.customers", $"There must be 1 to {MostCustomers} customers.", "customers", problem.Customers.Count);
        Require(problem.Vehicles.Count is >= 1 and <= MostVehicles, "inventory.vehicles", $"There must be 1 to {MostVehicles} vehicles.", "vehicles", problem.Vehicles.Count);
        Require(problem.ServiceDurationPerUnit is >= 0 and <= Interval.Unbounded, "inventory.duration", "A duration must not be negative.", "serviceDurationPerUnit", problem.ServiceDurationPerUnit);
        Matrix(problem.Distances, problem.Customers.Count + 1, "distances");
        if (problem.Durations is { } durations)
            Matrix(durations, problem.Customers.Count + 1, "durations");
        Supplier(problem.Supplier);
        for (var c = 0; c < problem.Customers.Count; c++)
            Customer(problem, problem.Customers[c], $"customers[{c}]");
        for (var v = 0; v < problem.Vehicles.Count; v++)
            Vehicle(problem, problem.Vehicles[v], $"vehicles[{v}]");
    }

    private void Supplier(InventorySupplier supplier)
    {
        Require(supplier.StartingStock is >= 0 and <= LargestStock, "inventory.stock", $"A stock must be 0 to {LargestStock}.", "supplier.startingStock", supplier.StartingStock);
        for (var t = 0; t < supplier.Arrivals.Count; t++)
            Require(supplier.Arrivals[t] is >= 0 and <= LargestStock, "inventory.arrivals", $"Arrivals must be 0 to {LargestStock}.", $"supplier.arrivals[{t}]", supplier.Arrivals[t]);
        Require(supplier.Capacity is null or >= 0, "inventory.capacity", "A capacity must not be negative.", "supplier.capacity", supplier.Capacity);
        Price(supplier.HoldingCost, "supplier.holdingCost");
    }

    private void Customer(InventoryProblem problem, InventoryCustomer customer, string place)
    {
        Require(customer.Maximum is >= 0 and <= LargestLevel, "inventory.level", $"A level must be 0 to {LargestLevel}.", $"{place}.maximum", customer.Maximum);
        Require(customer.Minimum >= 0 && customer.Minimum <= customer.Maximum, "inventory.minimum", "The minimum must be 0 to the maximum.", $"{place}.minimum", customer.Minimum);
        Require(
            customer.StartingStock >= customer.Minimum && customer.StartingStock <= LargestLevel, "inventory.starting-stock", $"The starting stock must be the minimum to {LargestLevel}.",
            $"{place}.startingStock", customer.StartingStock);
        Require(customer.Consumption.Count == problem.PeriodCount, "inventory.consumption", "There must be one consumption for each period.", $"{place}.consumption", customer.Consumption.Count);
        for (var t = 0; t < customer.Consumption.Count; t++)
            Require(customer.Consumption[t] is >= 0 and <= LargestLevel, "inventory.consumption", $"A consumption must be 0 to {LargestLevel}.", $"{place}.consumption[{t}]", customer.Consumption[t]);
        Price(customer.HoldingCost, $"{place}.holdingCost");
        Price(customer.ShortageCost ?? 0, $"{place}.shortageCost");
        Require(customer.ServiceDuration is >= 0 and <= Interval.Unbounded, "inventory.duration", "A duration must not be negative.", $"{place}.serviceDuration", customer.ServiceDuration);
        Require(customer.OpenPeriods is null || customer.OpenPeriods.Count == problem.PeriodCount, "inventory.open", "There must be one mark for each period.", $"{place}.openPeriods", customer.OpenPeriods?.Count);
        Require(customer.AllowedVehicles is null || customer.AllowedVehicles.Count == problem.Vehicles.Count, "inventory.allowed", "There must be one mark for each vehicle.", $"{place}.allowedVehicles", customer.AllowedVehicles?.Count);
    }

    private void Vehicle(InventoryProblem problem, InventoryVehicle vehicle, string place)
    {
        Require(vehicle.Capacity >= 0, "inventory.capacity", "A capacity must not be negative.", $"{place}.capacity", vehicle.Capacity);
        Require(vehicle.MaxDuration is null or (>= 0 and <= Interval.Unbounded), "inventory.duration", "A duration must not be negative.", $"{place}.maxDuration", vehicle.MaxDuration);
        Require(vehicle.MaxDuration is null || problem.Durations is not null, "inventory.durations", "A limit of time needs durations.", $"{place}.maxDuration", vehicle.MaxDuration);
        Price(vehicle.FixedCost, $"{place}.fixedCost");
        Price(vehicle.CostPerDistance, $"{place}.costPerDistance");
    }

    private void Matrix(ArcLengths lengths, int locations, string place) => Require(
        lengths.IsSquare && lengths.LocationCount == locations && !lengths.HasNegative && lengths.Longest <= ProblemData.LargestEntry, "inventory.matrix",
        $"There must be a row and a column for the depot and each customer, of lengths from 0 to {ProblemData.LargestEntry}.", place, lengths.LocationCount);

    private void Sums(InventoryProblem problem)
    {
        Int128 trip = problem.Vehicles.Max(vehicle => vehicle.FixedCost + ((Int128)2 * vehicle.CostPerDistance * problem.Distances.Longest));
        Int128 holding = problem.Customers.Max(customer => (Int128)customer.HoldingCost * Math.Max(customer.Maximum, customer.StartingStock));
        Int128 price = 1 + ((trip + holding + problem.Supplier.HoldingCost + problem.Customers.Max(customer => customer.ShortageCost ?? 0)) * (problem.PeriodCount + 1));
        Int128 units = problem.Supplier.StartingStock + problem.Supplier.Arrivals.Sum()
            + problem.Customers.Sum(customer => customer.Consumption.Sum(taken => (long)taken) + ((long)customer.Maximum * problem.PeriodCount));
        Int128 routes = trip * problem.PeriodCount * Math.Max(problem.Vehicles.Count, problem.Customers.Count);
        Require((price * units * problem.PeriodCount) + routes < (Int128)1 << 61, "inventory.sum", "Prices times quantities are too large; count in larger units.", "customers", units);
    }

    private void Price(long price, string place) => Require(price is >= 0 and <= LargestPrice, "inventory.price", $"A price must be 0 to {LargestPrice}.", place, price);

    private void Require<T>(bool condition, string code, string rule, string place, T value)
    {
        if (!condition && problems.Count < MostKept)
            problems.Add(new Problem(code, rule, Field: place, Value: value?.ToString()));
    }
}
