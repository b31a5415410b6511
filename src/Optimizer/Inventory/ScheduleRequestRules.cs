using Territory.Model.Problems;

namespace Territory.Optimizer.Inventory;

/// <summary>What a schedule request must keep to; every breach is listed.</summary>
public static class ScheduleRequestRules
{
    public const int MostDays = InventoryInspection.MostPeriods;
    public const int MostOutlets = InventoryInspection.MostCustomers;
    public const int MostCoverDays = 366;

    /// <summary>A year's sales of the largest outlet fit well within what the search counts with.</summary>
    private const double MostDailyUnits = 1_000_000;

    public static IReadOnlyList<Problem> Inspect(ScheduleRequest request)
    {
        var problems = new List<Problem>();
        Require(request.Days is >= 1 and <= MostDays, "schedule.days", $"A schedule is of 1 to {MostDays} days.", "days", request.Days);
        Require(request.CoverDays is >= 1 and <= MostCoverDays, "schedule.cover-days", $"An outlet is filled for 1 to {MostCoverDays} days.", "coverDays", request.CoverDays);
        Require(request.StockOutCostPerCase is null or { MinorUnits: >= 0 }, "schedule.stock-out-cost", "A price must not be negative.", "stockOutCostPerCase", request.StockOutCostPerCase?.MinorUnits);
        Require(request.DepotStock is null or { Count: >= 0 }, "schedule.depot-stock", "A stock must not be negative.", "depotStock", request.DepotStock?.Count);
        Require(
            request.Travel.Size == request.Outlets.Count + 1, "schedule.travel", "The travel matrix needs the depot and each outlet.", "travel", request.Travel.Size);
        Require(request.Outlets.Count <= MostOutlets, "schedule.outlets", $"At most {MostOutlets} outlets are scheduled together.", "outlets", request.Outlets.Count);
        var products = request.Products.Select(product => product.Id).ToHashSet();
        for (var i = 0; i < request.Outlets.Count; i++)
        {
            var (outlet, place) = (request.Outlets[i], $"outlets[{i}]");
            Require(outlet.Capacity is null or { Count: >= 1 and <= InventoryInspection.LargestLevel }, "schedule.capacity", $"A shelf holds 1 to {InventoryInspection.LargestLevel} cases.", $"{place}.capacity", outlet.Capacity?.Count);
            foreach (var line in outlet.Products)
            {
                Require(products.Contains(line.Product), "schedule.product", "The product is not in the catalogue of the request.", $"{place}.products", line.Product);
                Require(line.Stock.Count >= 0 && line.OnOrder.Count >= 0, "schedule.stock", "A stock must not be negative.", $"{place}.products.{line.Product}", line.Stock.Count);
                Require(line.MeanDailySales is >= 0 and <= MostDailyUnits, "schedule.sales", $"Sales must be 0 to {MostDailyUnits} units a day.", $"{place}.products.{line.Product}", line.MeanDailySales);
            }
        }

        return problems;

        void Require<T>(bool condition, string code, string rule, string field, T value)
        {
            if (!condition)
                problems.Add(new Problem(code, rule, Field: field, Value: value?.ToString()));
        }
    }
}
