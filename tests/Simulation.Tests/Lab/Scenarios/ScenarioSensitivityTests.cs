using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Simulation.Tests.Lab.Scenarios;

public sealed class ScenarioSensitivityTests
{
    private const string Market =
        """
        {
          "name": "a market", "firstDay": "2026-01-05", "days": 42,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ { "id": "east", "terminals": { "generated": { "terminals": 60, "areaSquareKilometres": 10 } }, "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] } } ]
        }
        """;

    private static readonly ScenarioRunOptions Options = new() { Replications = 8, Threads = 2 };

    // A rep's day costs 250 by default: 36 working days in 42, two reps' worth more or one's less is exact, with the same luck on both sides.
    [Fact]
    public void Run_TheCostOfARepDay_MovesContributionByExactlyItsDays()
    {
        var tornado = Run("regions[0].fieldForce.costPerRepDay", 200, 400).Single(one => one.Figure == "east.contribution");

        var bar = tornado.Bars.Single();
        bar.Assumption.Base.ShouldBe(250);
        bar.AtLow.Mean.ShouldBe(36 * 50, 1e-6);
        bar.AtHigh.Mean.ShouldBe(-36 * 150, 1e-6);
        bar.AtHigh.HalfWidth.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Run_SeveralAssumptions_AreSortedByTheirSwing()
    {
        var scenario = new ScenarioParameters(Market, "s.json", new NoCensus(), ["rules.adoption.perCall", "regions[0].census.demandFactor", "regions[0].distributor.warehousePerDay"]);
        var sold = ScenarioSensitivity.Run(scenario, [(0.07, 0.09), (0.5, 2), (100, 300)], Options, null, CancellationToken.None).Single(one => one.Figure == "east.casesSold");

        sold.Bars.Select(bar => bar.Assumption.Name).First().ShouldBe("regions[0].census.demandFactor");
        sold.Bars[^1].Assumption.Name.ShouldBe("regions[0].distributor.warehousePerDay");
        sold.Bars[^1].Swing.ShouldBe(0);
        sold.Bars.Select(bar => bar.Swing).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [InlineData("regions[0].fleet.vehicles", -1, 3, "lab.negative")]
    [InlineData("rules.demand", 1, 2, "scenario.path")]
    [InlineData("regions[4].fleet.vehicles", 1, 3, "scenario.path")]
    public void Run_WhatTheScenarioDoesNotAllow_IsRefusedBeforeAnythingRuns(string path, double low, double high, string code) =>
        Should.Throw<InvalidInputException>(() => Run(path, low, high)).Problems.ShouldContain(problem => problem.Code == code);

    private static IReadOnlyList<Simulation.Lab.Calibration.Tornado> Run(string path, double low, double high) =>
        ScenarioSensitivity.Run(new ScenarioParameters(Market, "s.json", new NoCensus(), [path]), [(low, high)], Options, null, CancellationToken.None);

    private sealed class NoCensus : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) => throw new InvalidOperationException();
    }
}
