using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Cli.Verification;

/// <summary>Stock policies with the caller's own parameters.</summary>
internal static class StockComputations
{
    private const double LargestDemand = 10_000;
    private const double LargestOrder = 20_000;
    private const double LargestQuantity = 5_000_000;
    private const int LargestStock = 2_000_000;
    private const double LargestLeadTimeDemand = PoissonLaw.LargestMean;

    public static IEnumerable<Command> Create(CommandContext context) =>
        [Newsvendor(context), PeriodicReview(context), ContinuousReview(context), OrderQuantity(context), LostSales(context), ReadyRate(context), Bullwhip(context)];

    private static Command Newsvendor(CommandContext context)
    {
        var mean = NumberOption.Any("--mean", "Mean demand.");
        var deviation = NumberOption.Positive("--sd", "Standard deviation of demand.");
        var holding = Holding("Cost of a unit left over.");
        var shortage = Shortage("Cost of a unit short.");
        var command = new Command("newsvendor", "The best stock for one period of normal demand.") { mean, deviation, holding, shortage };
        return Computation.Answering(command, context, parsed =>
        {
            var (h, p) = (parsed.GetValue(holding), parsed.GetValue(shortage));
            Figures.RequireComparable(h, p);
            var (stock, cost) = Simulation.KnownAnswers.Inventory.Newsvendor.Optimum(parsed.GetValue(mean), parsed.GetValue(deviation), h, p);
            return new JsonObject { ["stock"] = Figures.Of(stock), ["cost"] = Figures.Of(cost), ["serviceLevel"] = Figures.Of(p / (p + h)) };
        });
    }

    private static Command PeriodicReview(CommandContext context)
    {
        var mean = NumberOption.Within("--poisson", "Mean demand of a period.", 1e-6, LargestDemand);
        var holding = Holding("Cost of a unit on the shelf at a period's end.");
        var shortage = Shortage("Cost of a unit owed at a period's end.");
        var setup = NumberOption.NotNegative("--setup", "Cost of an order.");
        var leadTime = NumberOption.Whole("--lead-time", "Whole periods until an order is there; 0 unless given: it then serves its own period's demand.", 0, 1_000).OrNone();
        var reorderPoint = NumberOption.Whole("--reorder-point", "With --order-up-to: also the cost of this policy.", -100_000, 100_000).OrNone();
        var orderUpTo = NumberOption.Whole("--order-up-to", "With --reorder-point: also the cost of this policy.", -100_000, 100_000).OrNone();
        var command = new Command("ss", "The best (s, S) policy under Poisson demand, reviewed every period (Zheng and Federgruen 1991).") { mean, holding, shortage, setup, leadTime, reorderPoint, orderUpTo };
        command.Validators.Add(result =>
        {
            if (result.GetResult(reorderPoint) is null != result.GetResult(orderUpTo) is null)
                result.AddError("--reorder-point and --order-up-to belong together.");
            else if (result.TryRead(reorderPoint, out var s) && result.TryRead(orderUpTo, out var upTo) && s >= upTo)
                result.AddError("--order-up-to must be above --reorder-point.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            var (demand, h, p, k) = (parsed.GetValue(mean), parsed.GetValue(holding), parsed.GetValue(shortage), parsed.GetValue(setup));
            Figures.RequireComparable(h, p);
            Figures.RequireAtMost(demand * (parsed.GetValue(leadTime) + 1), LargestLeadTimeDemand, "--poisson", demand, "Demand until an order is there");
            Figures.RequireAtMost(Math.Sqrt(2 * k * demand * (h + p) / h / p), LargestOrder, "--setup", k, "An order");
            var review = new PeriodicReview(demand, h, p, k, parsed.GetValue(leadTime));
            var best = review.Optimum();
            var result = new JsonObject
            {
                ["policy"] = $"({best.ReorderPoint},{best.OrderUpTo})",
                ["reorderPoint"] = best.ReorderPoint,
                ["orderUpTo"] = best.OrderUpTo,
                ["cost"] = Figures.Of(best.Cost),
            };
            if (parsed.GetResult(reorderPoint) is not null)
            {
                var (s, upTo) = (parsed.GetValue(reorderPoint), parsed.GetValue(orderUpTo));
                Figures.RequireAtMost(upTo - s, LargestOrder, "--order-up-to", upTo, "An order");
                result["given"] = new JsonObject { ["policy"] = $"({s},{upTo})", ["cost"] = Figures.Of(review.Cost(s, upTo)) };
            }

            return result;
        });
    }

    private static Command ContinuousReview(CommandContext context)
    {
        var rate = NumberOption.Positive("--rate", "Units asked for in a unit of time.");
        var leadTime = NumberOption.NotNegative("--lead-time", "Units of time until an order is there.");
        var holding = Holding("Cost of a unit on the shelf for a unit of time.");
        var shortage = Shortage("Cost of a unit owed for a unit of time.");
        var setup = NumberOption.NotNegative("--setup", "Cost of an order.");
        var command = new Command("rq", "The best (r, Q) policy under Poisson demand, watched all the time (Federgruen and Zheng 1992).") { rate, leadTime, holding, shortage, setup };
        return Computation.Answering(command, context, parsed =>
        {
            var (lambda, time, h, p, k) = (parsed.GetValue(rate), parsed.GetValue(leadTime), parsed.GetValue(holding), parsed.GetValue(shortage), parsed.GetValue(setup));
            Figures.RequireComparable(h, p);
            Figures.RequireAtMost(lambda * time, LargestLeadTimeDemand, "--rate", lambda, "Demand of a lead time");
            Figures.RequireAtMost(Math.Sqrt(2 * k * lambda * (h + p) / h / p), LargestQuantity, "--setup", k, "An order");
            var best = new ContinuousReview(lambda, time, h, p, k).Optimum();
            return new JsonObject
            {
                ["policy"] = $"({best.ReorderPoint},{best.Quantity})",
                ["reorderPoint"] = best.ReorderPoint,
                ["quantity"] = best.Quantity,
                ["cost"] = Figures.Of(best.Cost),
            };
        });
    }

    private static Command OrderQuantity(CommandContext context)
    {
        var demand = NumberOption.Positive("--demand", "Units a unit of time.");
        var holding = Holding("Cost of a unit for a unit of time.");
        var setup = NumberOption.Positive("--setup", "Cost of an order.");
        var command = new Command("eoq", "The economic order quantity (Harris 1913).") { demand, holding, setup };
        return Computation.Answering(command, context, parsed =>
        {
            var (quantity, cost) = EconomicOrderQuantity.Optimum(parsed.GetValue(setup), parsed.GetValue(holding), parsed.GetValue(demand));
            return new JsonObject { ["quantity"] = Figures.Of(quantity), ["cost"] = Figures.Of(cost) };
        });
    }

    private static Command LostSales(CommandContext context)
    {
        var rate = NumberOption.Positive("--rate", "Units asked for in a unit of time.");
        var leadTime = NumberOption.Positive("--lead-time", "Mean lead time; its law does not matter.");
        var stock = NumberOption.Whole("--stock", "A base stock: prints the share of demand that it loses.", 0, LargestStock).OrNone();
        var holding = Holding("With --shortage: finds the base stock of least cost.").OrNone();
        var shortage = Shortage("Cost of a unit lost.").OrNone();
        var command = new Command("lost-sales", "A base stock whose unmet demand is lost (Erlang B).") { rate, leadTime, stock, holding, shortage };
        command.Validators.Add(result =>
        {
            if (result.GetResult(holding) is null != result.GetResult(shortage) is null)
                result.AddError("--holding and --shortage belong together.");
            else if (result.GetResult(stock) is null == result.GetResult(holding) is null)
                result.AddError("Give either --stock, or --holding and --shortage.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            var (lambda, time) = (parsed.GetValue(rate), parsed.GetValue(leadTime));
            Figures.RequireAtMost(lambda * time, LargestLeadTimeDemand, "--rate", lambda, "Demand of a lead time");
            var system = new LostSalesBaseStock(lambda * time);
            var result = new JsonObject();
            var chosen = parsed.GetValue(stock);
            if (parsed.GetResult(holding) is not null)
            {
                Figures.RequireComparable(parsed.GetValue(holding), parsed.GetValue(shortage));
                var (best, cost) = system.Optimum(lambda, parsed.GetValue(holding), parsed.GetValue(shortage));
                chosen = best;
                result["cost"] = Figures.Of(cost);
            }

            result.Insert(0, "baseStock", chosen);
            result["lostShare"] = Figures.Of(system.LostShare(chosen));
            result["onHand"] = Figures.Of(system.OnHand(chosen));
            return result;
        });
    }

    private static Command ReadyRate(CommandContext context)
    {
        var demand = NumberOption.Within("--lead-time-demand", "Mean demand of a lead time.", 0, LargestLeadTimeDemand);
        var stock = NumberOption.Whole("--stock", "The base stock.", 0, LargestStock);
        var command = new Command("ready-rate", "The share of time with stock on the shelf, demand being Poisson and owed when it is not.") { demand, stock };
        return Computation.Answering(command, context, parsed =>
            new JsonObject { ["readyRate"] = Figures.Of(Simulation.KnownAnswers.Inventory.ReadyRate.Of(parsed.GetValue(demand), parsed.GetValue(stock))) });
    }

    private static Command Bullwhip(CommandContext context)
    {
        var leadTime = NumberOption.Whole("--lead-time", "Periods, the review included.", 1, 1_000_000);
        var periods = NumberOption.Whole("--periods", "Periods in the moving average.", 1, 1_000_000);
        var correlation = NumberOption.Between("--correlation", "Of a period's demand with the next; 0 unless given.", -1, 1).OrNone();
        var command = new Command("bullwhip", "The variance of orders over that of demand, at least, for order-up-to with a moving average (Chen et al. 2000).") { leadTime, periods, correlation };
        return Computation.Answering(command, context, parsed => new JsonObject
        {
            ["ratio"] = Figures.Of(Simulation.KnownAnswers.Inventory.Bullwhip.MovingAverage(parsed.GetValue(leadTime), parsed.GetValue(periods), parsed.GetValue(correlation))),
        });
    }

    private static Option<double> Holding(string description) => NumberOption.Positive("--holding", description);

    private static Option<double> Shortage(string description) => NumberOption.Positive("--shortage", description);

}
