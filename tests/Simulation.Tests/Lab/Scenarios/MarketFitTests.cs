using Territory.Model.Problems;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Fitting;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Scenarios;

/// <summary>History made by the simulator under parameters that the fit is not told.</summary>
public sealed class MarketFitTests
{
    private const double Hazard = 0.06;
    private const double Demand = 1.4;

    private const string Market =
        """
        {
          "name": "a market",
          "firstDay": "2026-01-05",
          "days": 98,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ { "id": "east", "terminals": { "generated": { "terminals": 120, "areaSquareKilometres": 40 } }, "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] } } ]
        }
        """;

    private static readonly IReadOnlyList<UnknownParameter> Unknown =
    [
        new UnknownParameter("rules.adoption.perCall", new LogUniformPrior(0.01, 0.5)),
        new UnknownParameter("regions[0].census.demandFactor", new LogUniformPrior(0.4, 4)),
    ];

    private static readonly MarketFitOptions Options = new() { Calibration = new CalibrationOptions { Seed = 11, Population = 60, Budget = 1_500 }, HeldOutWeeks = 4, Forecasts = 40 };

    private static readonly Lazy<MarketFitResult> Fitted = new(() => Fit(Deliveries(seed: 77), Options));

    [Fact]
    public void Fit_HistoryOfKnownParameters_RecoversThem()
    {
        var estimates = Fitted.Value.Backtest.Posterior.Estimates;

        estimates[0].Name.ShouldBe("rules.adoption.perCall");
        Hazard.ShouldBeInRange(estimates[0].Low, estimates[0].High);
        Demand.ShouldBeInRange(estimates[1].Low, estimates[1].High);
        // And it has learned something: the priors span factors of 50 and 10.
        (estimates[0].High / estimates[0].Low).ShouldBeLessThan(8);
        (estimates[1].High / estimates[1].Low).ShouldBeLessThan(5);
    }

    [Fact]
    public void Fit_HeldOutWeeks_LieMostlyWithinTheBand()
    {
        var backtest = Fitted.Value.Backtest;

        backtest.Cells.Count.ShouldBe(Fitted.Value.Squares.Count);
        backtest.Total.Weeks.Select(week => week.Week).ShouldBe([10, 11, 12, 13]);
        backtest.Total.Mape.ShouldNotBeNull().ShouldBeLessThan(0.35);
        backtest.Coverage.ShouldBeGreaterThan(0.7);
        // What came in the weeks held out, summed from the history itself.
        var last = Deliveries(seed: 77).Where(delivery => delivery.Date >= new DateOnly(2026, 1, 5).AddDays(13 * 7)).Sum(delivery => delivery.Cases);
        backtest.Total.Weeks[^1].Actual.ShouldBe(last);
    }

    [Fact]
    public void Fit_AnyThreads_IsTheSame()
    {
        var few = Options with { Calibration = Options.Calibration with { Population = 20, Budget = 200 }, Forecasts = 20 };
        var one = Fit(Deliveries(seed: 3), few with { Calibration = few.Calibration with { Threads = 1 } });
        var two = Fit(Deliveries(seed: 3), few with { Calibration = few.Calibration with { Threads = 2 } });

        two.Backtest.Posterior.Estimates.ShouldBe(one.Backtest.Posterior.Estimates);
        two.Backtest.Total.Weeks.ShouldBe(one.Backtest.Total.Weeks);
    }

    [Fact]
    public void Fit_ForeignDeliveries_AreCountedAndLeftOut()
    {
        var few = Options with { Calibration = Options.Calibration with { Population = 20, Budget = 100 }, Forecasts = 20 };
        Delivery[] history = [.. Deliveries(seed: 3), new(new DateOnly(2026, 2, 1), "elsewhere", 5), new(new DateOnly(2025, 2, 1), "T1", 5)];

        var fit = Fit(history, few);
        (fit.Unknown, fit.Outside).ShouldBe((1, 1));
        Should.Throw<InvalidInputException>(() => Fit(history[^2..], few)).Problems.Single().Code.ShouldBe("fit.history");
    }

    [Fact]
    public void Fit_AHistoryThatEndsWeeksBeforeTheScenario_IsRefusedAndNotTakenForWeeksWithoutACase()
    {
        var end = new DateOnly(2026, 1, 5).AddDays(70);
        var problem = Should.Throw<InvalidInputException>(() => Fit([.. Deliveries(seed: 3).Where(delivery => delivery.Date < end)], Options)).Problems.Single();

        (problem.Code, problem.Field).ShouldBe(("fit.history-ends", "days"));
        problem.Rule.ShouldContain(": 70.");
    }

    [Fact]
    public void Fit_ATerminalOfTwoRegions_IsRefusedAndNotTakenForTheFirst()
    {
        var region = Market[Market.IndexOf("{ \"id\": \"east\"", StringComparison.Ordinal)..Market.LastIndexOf(']')];
        var two = Market.Replace(region, $"{region}, {region.Replace("east", "west", StringComparison.Ordinal)}", StringComparison.Ordinal);

        Should.Throw<InvalidInputException>(() => Fit(Deliveries(seed: 3), Options, two)).Problems.Single().Code.ShouldBe("fit.terminal-twice");
    }

    private static MarketFitResult Fit(IReadOnlyList<Delivery> history, MarketFitOptions options, string market = Market) =>
        new MarketFit(new ScenarioParameters(market, "s.json", new NoCensus(), [.. Unknown.Select(parameter => parameter.Name)]), history, Unknown, options).Run(null, CancellationToken.None);

    private static List<Delivery> Deliveries(ulong seed)
    {
        var known = new ScenarioParameters(Market, "s.json", new NoCensus(), [.. Unknown.Select(parameter => parameter.Name)]);
        var log = new Log(known.Read);
        LabSimulator.Run(known.SetupWith([Hazard, Demand]), new LabRunOptions(seed) { Deliveries = log });
        return log.All;
    }

    private sealed class Log(ReadScenario scenario) : ILabDeliveries
    {
        public List<Delivery> All { get; } = [];

        public void Delivered(int region, int row, int day, int cases) => All.Add(new Delivery(scenario.Setup.FirstDay.AddDays(day), scenario.TerminalIds[region][row], cases));
    }

    private sealed class NoCensus : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) => throw new InvalidOperationException();
    }
}
