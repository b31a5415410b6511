using Territory.Model.Problems;
using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats;

/// <summary>Reads the inventory-routing instances of Archetti et al. (2007), with one vehicle or several, in the form of the 12th DIMACS challenge.</summary>
/// <remarks>
/// First line: nodes, periods, capacity of a vehicle, vehicles. Second: depot, x, y, starting stock, production a period, holding cost. Then a customer a line: number, x, y, starting stock, maximum, minimum, consumption a period, holding cost.
/// Distances are Euclidean, rounded to the nearest whole number.
/// </remarks>
public static class InventoryInstanceReader
{
    private const int DepotColumns = 6;
    private const int CustomerColumns = 8;
    private const double LargestHolding = 1e6;

    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static InventoryInstance Read(string path, ReplenishmentPolicy policy = ReplenishmentPolicy.MaximumLevel) =>
        Parse(InstanceText.ReadLines(path), path, policy);

    /// <param name="name">Of the file, for messages and as the instance's name.</param>
    /// <exception cref="InvalidInputException">The text is refused; carries every problem with its line.</exception>
    public static InventoryInstance Parse(IReadOnlyList<string> lines, string name, ReplenishmentPolicy policy)
    {
        var log = new ProblemLog(name);
        (int Line, string[] Words)[] rows =
            [.. lines.Select((line, index) => (index + 1, line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(row => row.Item2.Length > 0)];
        if (rows.Length < 3 || rows[0].Words.Length != 4)
            log.Add("irp.head", "The first line has four numbers (nodes, periods, capacity, vehicles); a depot and at least one customer follow.", 1);
        log.ThrowIfAny();

        var head = rows[0];
        log.TryWhole(head.Words[0], head.Line, "nodes", 2, InventoryInspection.MostCustomers + 1, out var nodes);
        log.TryWhole(head.Words[1], head.Line, "periods", 1, InventoryInspection.MostPeriods, out var periods);
        log.TryWhole(head.Words[2], head.Line, "capacity", 0, int.MaxValue, out var capacity);
        log.TryWhole(head.Words[3], head.Line, "vehicles", 1, InventoryInspection.MostVehicles, out var vehicles);
        if (rows.Length - 1 != nodes)
            log.Add("irp.nodes", "There must be as many lines as nodes after the first.", head.Line, "nodes", head.Words[0]);
        log.ThrowIfAny();

        var (x, y) = (new double[nodes], new double[nodes]);
        for (var node = 0; node < nodes; node++)
            Place(log, rows[node + 1], node, x, y);
        log.ThrowIfAny();
        var supplier = Supplier(log, rows[1], (int)periods);
        InventoryCustomer[] customers = [.. rows[2..].Select(row => Customer(log, row, (int)periods))];
        log.ThrowIfAny();

        var problem = new InventoryProblem(
            policy,
            supplier,
            customers,
            [.. Enumerable.Repeat(new InventoryVehicle { Capacity = (int)capacity, CostPerDistance = InventoryInstance.PartsPerUnit }, (int)vehicles)],
            ArcLengths.OfCoordinates(x, y, 1, LengthRounding.Nearest));
        return new InventoryInstance(Path.GetFileNameWithoutExtension(name), problem);
    }

    private static void Place(ProblemLog log, (int Line, string[] Words) row, int node, double[] x, double[] y)
    {
        var columns = node == 0 ? DepotColumns : CustomerColumns;
        if (row.Words.Length != columns)
        {
            log.Add("irp.columns", $"The depot has {DepotColumns} columns, a customer {CustomerColumns}.", row.Line, value: string.Join(' ', row.Words));
            return;
        }

        if (log.TryWhole(row.Words[0], row.Line, "number", 0, InventoryInspection.MostCustomers, out var number) && number != node)
            log.Add("irp.order", $"Nodes are numbered in order; {node} is next.", row.Line, "number", row.Words[0]);
        log.TryNumber(row.Words[1], row.Line, "x", -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out x[node]);
        log.TryNumber(row.Words[2], row.Line, "y", -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out y[node]);
    }

    private static InventorySupplier Supplier(ProblemLog log, (int Line, string[] Words) row, int periods)
    {
        log.TryWhole(row.Words[3], row.Line, "starting stock", 0, InventoryInspection.LargestStock, out var starting);
        log.TryWhole(row.Words[4], row.Line, "production", 0, InventoryInspection.LargestStock, out var production);
        return new InventorySupplier { StartingStock = starting, Arrivals = [.. Enumerable.Repeat(production, periods)], HoldingCost = Holding(log, row, 5) };
    }

    private static InventoryCustomer Customer(ProblemLog log, (int Line, string[] Words) row, int periods)
    {
        log.TryWhole(row.Words[3], row.Line, "starting stock", 0, InventoryInspection.LargestLevel, out var starting);
        log.TryWhole(row.Words[4], row.Line, "maximum", 0, InventoryInspection.LargestLevel, out var maximum);
        log.TryWhole(row.Words[5], row.Line, "minimum", 0, maximum, out var minimum);
        log.TryWhole(row.Words[6], row.Line, "consumption", 0, InventoryInspection.LargestLevel, out var consumption);
        return new InventoryCustomer
        {
            StartingStock = (int)starting,
            Maximum = (int)maximum,
            Minimum = (int)minimum,
            Consumption = [.. Enumerable.Repeat((int)consumption, periods)],
            HoldingCost = Holding(log, row, 7),
        };
    }

    private static long Holding(ProblemLog log, (int Line, string[] Words) row, int column)
    {
        log.TryNumber(row.Words[column], row.Line, "holding cost", 0, LargestHolding, out var cost);
        var parts = cost * InventoryInstance.PartsPerUnit;
        if (Math.Abs(parts - Math.Round(parts)) > 1e-6)
            log.Add("irp.holding", "A holding cost has at most two decimals.", row.Line, "holding cost", row.Words[column]);
        return (long)Math.Round(parts);
    }
}
