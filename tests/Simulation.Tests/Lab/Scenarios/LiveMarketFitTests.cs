using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Model.Calendar;
using Territory.Simulation.Batch;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Fitting;
using Territory.Simulation.Market;
using Territory.Simulation.Tests.Market;

namespace Territory.Simulation.Tests.Lab.Scenarios;

/// <summary>
/// The lab fitted to a market of the demo's kind: run by the live market's rules, which are not the lab's, with tastes, ranges and demand that the lab is not told. Expected
/// values are that market's own deliveries.
/// </summary>
public sealed class LiveMarketFitTests
{
    private const int KnownDays = 28;
    private const int Weeks = 6;
    private const int HeldOutWeeks = 2;

    /// <summary>What the planner of the test comes to: fourteen calls on each of six days a week for eighty outlets of a rep.</summary>
    private const int DaysBetweenCalls = 7;

    private static readonly IReadOnlyList<UnknownParameter> Unknown =
    [
        new UnknownParameter("regions[0].census.demandFactor", new LogUniformPrior(0.25, 4)),
        new UnknownParameter("rules.response.goodwillGain", new UniformPrior(0, 0.4)),
    ];

    /// <summary>A band of nine tenths holds 7.2 of 8 weeks; so few as 5 are within it by chance in 4 of 100 cases.</summary>
    [Fact]
    public async Task Fit_MarketsOfTheLiveRules_ForecastsTheWeeksHeldOut()
    {
        var backtests = new List<Backtest>();
        for (var seed = 1; seed <= 4; seed++)
            backtests.Add((await FitAsync(seed)).Backtest);

        var weeks = backtests.SelectMany(backtest => backtest.Total.Weeks).ToList();
        var told = string.Join("; ", weeks.Select(week => string.Create(CultureInfo.InvariantCulture, $"{week.Actual} in {week.Low:F0} {week.Median:F0} {week.High:F0}")));
        weeks.Count(week => week.IsWithinBand).ShouldBeGreaterThanOrEqualTo(6, told);
        backtests.Average(backtest => backtest.Total.Mape!.Value).ShouldBeLessThan(0.1, told);
        // Not because anything would be within: on average the band reaches no further than a third to either side.
        weeks.Average(week => (week.High - week.Low) / week.Median).ShouldBeLessThan(0.67, told);
    }

    private static async Task<MarketFitResult> FitAsync(long seed)
    {
        var market = new TestMarket { Terminals = 240, Products = 12, Reps = 3, Distributors = 1, VehiclesPerDistributor = 3, Seed = seed }.Build();
        var batch = new BatchWorld(market, new InTurnPlanner(), TestMarket.Monday);
        var world = new RecordedWorld(batch);
        await batch.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        IReadOnlyDictionary<string, ScenarioShelf>? shelves = null;
        for (var day = 0; day < KnownDays + (7 * Weeks); day++)
        {
            if (day == KnownDays)
                shelves = world.Shelves(TestMarket.Monday, KnownDays);
            var running = await MarketDay.OpenAsync(world, TestMarket.Monday.AddDays(day), TestContext.Current.CancellationToken);
            await running.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
        }

        var scenario = Scenario(market, shelves!).ToJsonString();
        var parameters = new ScenarioParameters(scenario, "s.json", new Known(market, shelves!), [.. Unknown.Select(parameter => parameter.Name)]);
        var options = new MarketFitOptions
        {
            Calibration = new CalibrationOptions { Seed = 1, Population = 40, Budget = 400 },
            HeldOutWeeks = HeldOutWeeks,
            Forecasts = 100,
        };
        return new MarketFit(parameters, world.Deliveries, Unknown, options).Run(null, TestContext.Current.CancellationToken);
    }

    /// <summary>As the territory writes it for a region of its own.</summary>
    private static JsonObject Scenario(MarketSetup market, IReadOnlyDictionary<string, ScenarioShelf> shelves)
    {
        var sold = shelves.Values.SelectMany(shelf => shelf.Lines).GroupBy(line => line.Product, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Sold), StringComparer.Ordinal);
        var firstDay = TestMarket.Monday.AddDays(KnownDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["name"] = "live",
            ["firstDay"] = firstDay,
            ["days"] = 7 * Weeks,
            ["products"] = new JsonArray([.. market.Products.Select(product => (JsonNode)new JsonObject
            {
                ["id"] = product.Id.Value,
                ["unitsPerCase"] = product.UnitsPerCase,
                ["costPerCase"] = 12,
                ["factoryPerCase"] = 20,
                ["channelPerCase"] = 25,
                ["retailPerUnit"] = 3,
                ["weight"] = sold[product.Id.Value] + product.UnitsPerCase,
                ["seasonByMonth"] = new JsonArray([.. MarketRates.Standard.SeasonByMonth.Select(factor => (JsonNode)factor)]),
            })]),
            ["regions"] = new JsonArray(new JsonObject
            {
                ["id"] = "R",
                ["terminals"] = new JsonObject { ["live"] = new JsonObject { ["region"] = "R", ["shelves"] = true } },
                ["census"] = new JsonObject { ["unitsPerCase"] = 12 },
                ["fieldForce"] = new JsonObject { ["staffing"] = new JsonArray(new JsonObject { ["from"] = firstDay, ["reps"] = market.Reps.Count }), ["daysBetweenCalls"] = new JsonArray(DaysBetweenCalls, DaysBetweenCalls, DaysBetweenCalls) },
                ["fleet"] = new JsonObject { ["vehicles"] = market.Vehicles.Count },
                ["distributor"] = new JsonObject { ["leastCases"] = 100 },
            }),
            ["rules"] = new JsonObject { ["ordering"] = new JsonObject { ["leadDays"] = 1 } },
        };
    }

    private sealed class Known(MarketSetup market, IReadOnlyDictionary<string, ScenarioShelf> shelves) : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) =>
            FileCensus.Of(market.Terminals, terms, _ => true, source.Live!.Shelves ? terminal => shelves[terminal.Id.Value] : null);
    }
}
