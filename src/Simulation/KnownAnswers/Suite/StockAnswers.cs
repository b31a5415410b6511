using Territory.Simulation.KnownAnswers.Inventory;
using Territory.Simulation.KnownAnswers.Queues;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>The rows about stock and waiting.</summary>
internal static class StockAnswers
{
    public static AnswerSheet Newsvendor()
    {
        var sheet = new AnswerSheet("V1", "stockpyl documentation, newsvendor_normal; Snyder and Shen 2019, example 4.3");
        var first = Inventory.Newsvendor.Optimum(50, 8, 0.18, 0.70);
        var second = Inventory.Newsvendor.Optimum(120, 10, 2, 18);
        return sheet
            .Add("N(50, 8), h 0.18, p 0.70: stock", 56.6040, first.Stock, 1e-4)
            .Add("N(50, 8), h 0.18, p 0.70: cost", 1.99761, first.Cost, 1e-4)
            .Add("N(120, 10), h 2, p 18: stock", 132.8155, second.Stock, 1e-4)
            .Add("N(120, 10), h 2, p 18: cost", 35.0997, second.Cost, 1e-4);
    }

    public static AnswerSheet PeriodicReview(long seed)
    {
        const string what = "Poisson 6, h 1, p 4, K 5";
        const double optimum = 8.034112;
        const double other = 10.193799;
        var review = new PeriodicReview(6, 1, 4, 5);
        var best = review.Optimum();
        return new AnswerSheet("V2", "Zheng and Federgruen 1991; stockpyl documentation, s_s_discrete_exact")
            .Exact($"{what}: s", 4, best.ReorderPoint)
            .Exact($"{what}: S", 10, best.OrderUpTo)
            .Add($"{what}: cost of (4, 10)", optimum, best.Cost, 1e-6)
            .Add($"{what}: cost of (6, 18)", other, review.Cost(6, 18), 1e-6)
            .Simulated($"{what}: cost of (4, 10), simulated", optimum, PeriodicReviewRun.Cost(6, 1, 4, 5, 4, 10, seed), 0.01 * optimum)
            .Simulated($"{what}: cost of (6, 18), simulated", other, PeriodicReviewRun.Cost(6, 1, 4, 5, 6, 18, seed), 0.01 * other);
    }

    public static AnswerSheet EconomicOrderQuantity()
    {
        var (quantity, cost) = Inventory.EconomicOrderQuantity.Optimum(8, 0.225, 1300);
        return new AnswerSheet("V4", "Snyder and Shen 2019, example 3.1; stockpyl documentation, economic_order_quantity")
            .Add("K 8, h 0.225, lambda 1300: quantity", 304.0468, quantity, 1e-4)
            .Add("K 8, h 0.225, lambda 1300: cost", 68.4105, cost, 1e-4);
    }

    public static AnswerSheet LostSales(long seed)
    {
        const double lost = 0.11005434782608696;
        var sheet = new AnswerSheet("V7", "Erlang B of 3 erlangs and 5 lines, by hand 2.025 / 18.4; insensitive to the lead-time law (Sevastyanov 1957)")
            .Add("3 a day, lead time 1, S 5: lost", lost, new LostSalesBaseStock(3).LostShare(5), 1e-12);
        foreach (var law in Enum.GetValues<LeadTimeLaw>())
            sheet.Simulated($"3 a day, S 5, {law} lead time: lost, simulated", lost, BaseStockRun.LostShare(3, 5, law, seed));
        return sheet;
    }

    public static AnswerSheet ReadyRate(long seed)
    {
        const double ready = 0.916082;
        var sheet = new AnswerSheet("V8", "Poisson(3) at most 5, by Palm's theorem")
            .Add("lead-time demand 3, S 6", ready, Inventory.ReadyRate.Of(3, 6), 1e-6);
        foreach (var law in Enum.GetValues<LeadTimeLaw>())
            sheet.Simulated($"lead-time demand 3, S 6, {law} lead time, simulated", ready, BaseStockRun.ReadyRate(3, 6, law, seed));
        return sheet;
    }

    public static AnswerSheet Bullwhip(long seed)
    {
        var sheet = new AnswerSheet("V11", "Chen, Drezner, Ryan and Simchi-Levi 2000, theorem 2.2");
        foreach (var (leadTime, periods, correlation, ratio) in new[] { (1, 5, 0.0, 1.48), (4, 5, 0.0, 3.88), (2, 10, 0.0, 1.48), (1, 5, 0.5, 1.465) })
        {
            var what = FormattableString.Invariant($"L {leadTime}, p {periods}, rho {correlation}");
            sheet.Add(what, ratio, Inventory.Bullwhip.MovingAverage(leadTime, periods, correlation), 1e-9)
                .Simulated($"{what}, simulated", ratio, BullwhipRun.Ratio(leadTime, periods, correlation, seed), 0.02 * ratio);
        }

        return sheet;
    }

    public static AnswerSheet Queue(long seed)
    {
        var queue = new SingleServerQueue(0.8, 1);
        var run = SingleServerRun.Of(queue, seed);
        return new AnswerSheet("V17", "1 / (mu - lambda) and rho / (1 - rho); Little 1961")
            .Add("lambda 0.8, mu 1: W", 5, queue.TimeInSystem, 1e-12)
            .Add("lambda 0.8, mu 1: L", 4, queue.NumberInSystem, 1e-12)
            .Simulated("lambda 0.8, mu 1: W, simulated", 5, run.TimeInSystem)
            .Simulated("lambda 0.8, mu 1: L, simulated", 4, run.NumberInSystem)
            .Add("L - lambda W over the run", 0, run.MeanNumber - (run.ArrivalRate * run.MeanTime), 1e-8);
    }
}
