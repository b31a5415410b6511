using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.KnownAnswers.Demand;
using Territory.Simulation.KnownAnswers.Queues;

namespace Territory.Cli.Verification;

/// <summary>Demand, adoption, effort and waiting with the caller's own parameters.</summary>
internal static class MarketComputations
{
    private const int MostItems = 1_000;

    public static IEnumerable<Command> Create(CommandContext context) =>
        [Bass(context), BassFit(context), AdbudgFit(context), EffortSplit(context), Huff(context), Availability(context), Queue(context)];

    private static Command Bass(CommandContext context)
    {
        var innovation = NumberOption.Positive("--innovation", "p, for each unit of time.");
        var imitation = NumberOption.NotNegative("--imitation", "q, for each unit of time.");
        var times = NumberOption.List("--times", "When to say how many have adopted.", allowsZero: true, MostItems);
        var command = new Command("bass", "The Bass curve in closed form (Bass 1969).") { innovation, imitation, times };
        return Computation.Answering(command, context, parsed =>
        {
            var curve = new BassCurve(parsed.GetValue(innovation), parsed.GetValue(imitation));
            var result = new JsonObject
            {
                ["adopted"] = new JsonArray([.. parsed.GetRequiredValue(times).Select(time => (JsonNode)new JsonObject { ["time"] = Figures.Of(time), ["share"] = Figures.Of(curve.AdoptedBy(time)) })]),
            };
            AddPeak(result, curve);
            return result;
        });
    }

    private static Command BassFit(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A period's sales on each line." };
        var command = new Command("bass-fit", "Estimates M, p and q from sales: Bass's least squares of 1969, and nonlinear least squares (Srinivasan and Mason 1986).") { file };
        return Computation.Answering(command, context, parsed =>
        {
            var name = parsed.GetRequiredValue(file);
            double[] sales = [.. new NumberLines("sales").Read(name, context.Console.WorkingDirectory, BassRegression.FewestPeriods).Select(row => row[0])];
            var regression = BassRegression.Fit(sales);
            var increments = sales.Sum() > 0 ? BassLeastSquares.Fit(sales) : null;
            var rates = sales.Sum() > 0 ? BassLeastSquares.Fit(sales, SalesReading.Rate) : null;
            if (regression is null && increments is null)
                throw new InvalidInputException(new Problem("bass.no-saturation", "Sales must come to bend down with what has been sold, or no market size follows from them.", name));
            var reply = context.ReplyFor(parsed);
            if (regression is null)
                reply.Note("Least squares of 1969 give no market size: the estimated parabola does not fall to 0.");
            else if (regression.Innovation <= 0 || regression.Imitation <= 0)
                reply.Note("Least squares of 1969 give an innovation or imitation that is not positive; rather trust the nonlinear estimate.");
            return new JsonObject
            {
                ["periods"] = sales.Length,
                ["sold"] = Figures.Of(sales.Sum()),
                ["ols"] = Estimate(regression),
                ["nls"] = Estimate(increments),
                ["nlsRate"] = Estimate(rates),
            };
        });
    }

    private static Command AdbudgFit(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "effort,sales on each line." };
        var command = new Command("adbudg-fit", "Fits sales = min + (max - min) x^c / (d + x^c) to observed effort and sales (Little 1970).") { file };
        return Computation.Answering(command, context, parsed =>
        {
            var name = parsed.GetRequiredValue(file);
            var rows = new NumberLines("effort", "sales").Read(name, context.Console.WorkingDirectory, Simulation.KnownAnswers.Effort.AdbudgFit.FewestObservations);
            if (rows.Select(row => row[0]).Distinct().Count() < Simulation.KnownAnswers.Effort.AdbudgFit.FewestEfforts)
                throw new InvalidInputException(new Problem("adbudg.efforts", $"At least {Simulation.KnownAnswers.Effort.AdbudgFit.FewestEfforts} different efforts are needed for four parameters.", name, Field: "effort"));
            if (rows.Select(row => row[1]).Distinct().Count() == 1)
                throw new InvalidInputException(new Problem("adbudg.flat", "Sales are the same at every effort, so that no curve follows from them.", name, Field: "sales"));
            var fit = Simulation.KnownAnswers.Effort.AdbudgFit.Fit([.. rows.Select(row => (row[0], row[1]))])
                ?? throw new InvalidInputException(new Problem("adbudg.no-fit", "No curve of this form comes to rest on these figures; sales must answer to effort.", name));
            return new JsonObject
            {
                ["observations"] = rows.Count,
                ["min"] = Figures.Of(fit.Curve.Least),
                ["max"] = Figures.Of(fit.Curve.Most),
                ["c"] = Figures.Of(fit.Curve.Shape),
                ["d"] = Figures.Of(fit.Curve.Scale),
                ["halfEffort"] = Figures.Of(fit.Curve.HalfEffort),
                ["residualStandardError"] = Figures.Of(fit.ResidualStandardError),
            };
        });
    }

    private static Command EffortSplit(CommandContext context)
    {
        var scales = NumberOption.List("--scales", "a of each account: its response is a x^beta.", allowsZero: false, MostItems);
        var elasticity = NumberOption.Between("--elasticity", "beta.", 0, 1);
        var total = NumberOption.Positive("--total", "The effort there is.");
        var command = new Command("effort-split", "The best split of a limited effort over accounts with power responses.") { scales, elasticity, total };
        return Computation.Answering(command, context, parsed => new JsonObject
        {
            ["efforts"] = Figures.Of(Simulation.KnownAnswers.Effort.EffortSplit.Of(parsed.GetRequiredValue(scales), parsed.GetValue(elasticity), parsed.GetValue(total))),
        });
    }

    private static Command Huff(CommandContext context)
    {
        var attractions = NumberOption.List("--attractions", "Size of each shop.", allowsZero: false, MostItems);
        var distances = NumberOption.List("--distances", "Distance to each shop, in the same order.", allowsZero: false, MostItems);
        var distancePower = NumberOption.NotNegative("--lambda", "The power of distance; 2 unless given.").OrNone();
        var attractionPower = NumberOption.NotNegative("--alpha", "The power of size; 1 unless given.").OrNone();
        distancePower.DefaultValueFactory = _ => 2;
        attractionPower.DefaultValueFactory = _ => 1;
        var command = new Command("huff", "How shoppers split over shops by size and distance (Huff 1963).") { attractions, distances, distancePower, attractionPower };
        command.Validators.Add(result =>
        {
            if (result.TryRead(attractions, out var sizes) & result.TryRead(distances, out var ways) && sizes.Length != ways.Length)
                result.AddError("--attractions and --distances must have as many numbers.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            var shops = parsed.GetRequiredValue(attractions).Zip(parsed.GetRequiredValue(distances)).ToList();
            var shares = Simulation.KnownAnswers.Demand.Huff.Shares(shops, parsed.GetValue(attractionPower), parsed.GetValue(distancePower));
            if (!shares.All(double.IsFinite))
                throw new InvalidInputException(new Problem("huff.overflow", "The powers make the shops' pulls too large or too small to compare; use smaller powers or other units.", Field: "--lambda"));
            return new JsonObject { ["shares"] = Figures.Of(shares) };
        });
    }

    private static Command Availability(CommandContext context)
    {
        var first = NumberOption.Within("--first", "How often the first brand is on the shelf.", 0, 1);
        var second = NumberOption.Within("--second", "How often the second is.", 0, 1);
        var preference = NumberOption.Within("--preference", "How many who find both take the first.", 0, 1);
        var command = new Command("availability", "The share of a brand among two when each is only sometimes on the shelf.") { first, second, preference };
        command.Validators.Add(result =>
        {
            if (result.TryRead(first, out var one) & result.TryRead(second, out var other) && one == 0 && other == 0)
                result.AddError("--first or --second must be above 0, or nobody ever buys.");
        });
        return Computation.Answering(command, context, parsed => new JsonObject
        {
            ["share"] = Figures.Of(AvailabilityShare.OfFirst(parsed.GetValue(first), parsed.GetValue(second), parsed.GetValue(preference))),
        });
    }

    private static Command Queue(CommandContext context)
    {
        var arrivals = NumberOption.Positive("--arrival-rate", "Customers in a unit of time.");
        var service = NumberOption.Positive("--service-rate", "Customers that the server could serve in it.");
        var command = new Command("mm1", "Waiting before one server, arrivals and service being exponential.") { arrivals, service };
        command.Validators.Add(result =>
        {
            if (result.TryRead(arrivals, out var coming) & result.TryRead(service, out var served) && coming >= served)
                result.AddError("--service-rate must be above --arrival-rate, or the queue grows without end.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            var queue = new SingleServerQueue(parsed.GetValue(arrivals), parsed.GetValue(service));
            return new JsonObject
            {
                ["timeInSystem"] = Figures.Of(queue.TimeInSystem),
                ["numberInSystem"] = Figures.Of(queue.NumberInSystem),
                ["timeInQueue"] = Figures.Of(queue.TimeInQueue),
                ["numberInQueue"] = Figures.Of(queue.NumberInQueue),
                ["utilisation"] = Figures.Of(queue.Utilisation),
            };
        });
    }

    private static JsonObject? Estimate(BassEstimate? estimate)
    {
        if (estimate is null)
            return null;
        var result = new JsonObject
        {
            ["M"] = Figures.Of(estimate.Market),
            ["p"] = Figures.Of(estimate.Innovation),
            ["q"] = Figures.Of(estimate.Imitation),
            ["residualStandardError"] = Figures.Of(estimate.ResidualStandardError),
        };
        if (estimate.StandardErrors is [var market, var innovation, var imitation])
            result["standardErrors"] = new JsonObject { ["M"] = Figures.Of(market), ["p"] = Figures.Of(innovation), ["q"] = Figures.Of(imitation) };
        AddPeak(result, estimate.Curve);
        return result;
    }

    /// <summary>When and how fast most adopt; only a market that imitates more than it innovates has such a time.</summary>
    private static void AddPeak(JsonObject result, BassCurve curve)
    {
        if (curve.Innovation <= 0 || curve.Imitation <= curve.Innovation)
            return;
        result["peakTime"] = Figures.Of(curve.PeakTime);
        result["peakRate"] = Figures.Of(curve.PeakRate);
    }
}
