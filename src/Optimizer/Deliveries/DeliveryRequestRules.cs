using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Deliveries;

/// <summary>What a delivery request must keep before it is planned, and what is worth a warning.</summary>
public static class DeliveryRequestRules
{
    private const int LongestList = 100_000;

    /// <summary>Every problem of the request. Errors refuse it; warnings, such as a vehicle that holds nothing, do not.</summary>
    public static IReadOnlyList<Problem> Inspect(DeliveryPlanRequest request)
    {
        var problems = new List<Problem>();
        if (request.Travel.Size != request.Terminals.Count + 1)
        {
            problems.Add(new Problem("delivery.matrix.size", $"The matrix must have the depot and {request.Terminals.Count} terminals.",
                Field: "travel", Value: $"{request.Travel.Size}"));
        }

        if (request.TravelByTime is { } byTime && byTime.Size != request.Travel.Size)
        {
            problems.Add(new Problem("delivery.matrix.size", $"The matrices of the day must be over the same {request.Travel.Size} points.",
                Field: "travelByTime", Value: $"{byTime.Size}"));
        }

        if (request.Orders.Count > LongestList || request.Terminals.Count > LongestList)
            problems.Add(new Problem("delivery.size", $"A plan takes at most {LongestList} orders and terminals."));
        Duplicates(problems, "terminal", request.Terminals.Select(terminal => terminal.Id.Value));
        Duplicates(problems, "vehicle", request.Vehicles.Select(vehicle => vehicle.Id.Value));
        Duplicates(problems, "order", request.Orders.Select(order => order.Id.Value));
        Duplicates(problems, "product", request.Products.Select(product => product.Id.Value));
        var terminals = request.Terminals.Select(terminal => terminal.Id).ToHashSet();
        var products = request.Products.Select(product => product.Id).ToHashSet();
        foreach (var order in request.Orders)
            Inspect(problems, order, terminals, products);
        foreach (var product in request.Products)
        {
            if (product.CaseMass < Mass.Zero || product.CaseVolume < Volume.Zero)
                problems.Add(new Problem("product.size.negative", "Mass and volume of a case must not be negative.", Field: "product", Value: product.Id.Value));
        }

        foreach (var vehicle in request.Vehicles)
            Inspect(problems, vehicle);
        Duplicates(problems, "learned-service", request.LearnedService.Select(service => service.Terminal.Value));
        foreach (var service in request.LearnedService.Where(service => service.Permille is < 1 or > LearnedService.MostPermille))
            problems.Add(new Problem("learned-service.range", $"A learned time is 1 to {LearnedService.MostPermille} thousandths of the rule.", Field: "terminal", Value: service.Terminal.Value));
        return problems;
    }

    private static void Inspect(List<Problem> problems, Model.Orders.Order order, HashSet<TerminalId> terminals, HashSet<ProductId> products)
    {
        if (!terminals.Contains(order.Terminal))
            problems.Add(new Problem("order.terminal.unknown", $"Order {order.Id} needs the file of its terminal.", Field: "terminal", Value: order.Terminal.Value));
        foreach (var line in order.Lines)
        {
            if (!products.Contains(line.Product))
                problems.Add(new Problem("order.product.unknown", $"Order {order.Id} needs the file of its product.", Field: "product", Value: line.Product.Value));
            if (line.Cases <= Cases.Zero)
                problems.Add(new Problem("order.cases.positive", $"A line of order {order.Id} must have at least one case.", Field: "cases", Value: $"{line.Cases.Count}"));
        }
    }

    private static void Inspect(List<Problem> problems, Model.Vehicles.VehicleFile vehicle)
    {
        var capacity = vehicle.Capacity;
        if (capacity.Cases < Cases.Zero || capacity.Mass < Mass.Zero || capacity.Volume < Volume.Zero)
            problems.Add(new Problem("vehicle.capacity.negative", "A capacity must not be negative.", Field: "vehicle", Value: vehicle.Id.Value));
        else if (vehicle.InService && (capacity.Cases == Cases.Zero || capacity.Mass == Mass.Zero || capacity.Volume == Volume.Zero))
        {
            problems.Add(new Problem("vehicle.capacity.zero", "The vehicle holds nothing and stays at the depot.",
                Field: "vehicle", Value: vehicle.Id.Value, Severity: ProblemSeverity.Warning));
        }

        if (vehicle.MaxTrips is < 1 or > 100)
            problems.Add(new Problem("vehicle.trips.range", "A vehicle makes 1 to 100 trips a day.", Field: "vehicle", Value: vehicle.Id.Value));
        if (vehicle.FixedCost < Money.Zero || vehicle.CostPerKilometer < Money.Zero || vehicle.CostPerHour < Money.Zero)
            problems.Add(new Problem("vehicle.cost.negative", "A cost must not be negative.", Field: "vehicle", Value: vehicle.Id.Value));
    }

    private static void Duplicates(List<Problem> problems, string what, IEnumerable<string> ids)
    {
        foreach (var group in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(new Problem($"{what}.duplicate", $"A {what} must be given once.", Field: what, Value: group.Key));
    }
}
