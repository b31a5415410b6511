using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Expansion.Outlooks;

/// <summary>What must hold of outlooks from simulated days whatever the rules' numbers are.</summary>
public sealed class SimulatedForecasterTests
{
    private const int Weeks = 16;

    private static readonly DateOnly Monday = new(2026, 1, 5);

    private static readonly OutlookUncertainty None = new(0, 0, 0, 0);

    // No call, no adoption: what is left is what people, vehicles and the set-up take, by hand.
    [Fact]
    public void Forecast_WithoutAnyHazard_IsTheStaffAndTheSetUp()
    {
        var market = new SimulatedMarket { Rules = new LabRules { Adoption = new LabAdoption(0, 0, 0) } };
        var level = new SimulatedForecaster(market, None, Monday).Forecast(Request(2, [new StaffingLevel("template", 1)])).Levels[0];

        level.Handling.ShouldAllBe(terminals => terminals == 0);
        level.LeadershipAges.ShouldAllBe(age => age == StaffingOutlook.Never);
        var goods = 0L;
        for (var week = 1; week < Weeks; week++)
        {
            // The depot's opening stock apart, every later week costs the staff alone: five days of a fifth of the week's pay.
            var staff = (level.Reps * 1_000_00) + (level.Vehicles * 800_00);
            goods += Math.Abs(level.NetCashMinorUnits[week] + staff);
        }

        goods.ShouldBe(0);
        level.NetCashMinorUnits[0].ShouldBeLessThanOrEqualTo(-(5_000_00 + (level.Reps * 1_000_00) + (level.Vehicles * 800_00)));
    }

    [Fact]
    public void Forecast_MorePeople_WinTerminalsSooner()
    {
        var levels = new SimulatedForecaster(new SimulatedMarket(), None, Monday)
            .Forecast(Request(8, [new StaffingLevel("lean", 0.25), new StaffingLevel("template", 1)])).Levels;

        double Mean(StaffingOutlook level, int week) => Enumerable.Range(0, 8).Average(replication => level.Handling[(replication * Weeks) + week]);
        Mean(levels[1], 5).ShouldBeGreaterThan(Mean(levels[0], 5) * 1.2);
        for (var week = 1; week < Weeks; week++)
            Mean(levels[1], week).ShouldBeGreaterThanOrEqualTo(Mean(levels[1], week - 1));
    }

    [Fact]
    public void Forecast_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        var forecaster = new SimulatedForecaster(new SimulatedMarket(), new OutlookUncertainty(), Monday);
        long[] Cash(long seed) => forecaster.Forecast(Request(4, [new StaffingLevel("template", 1)]) with { Seed = seed }).Levels[0].NetCashMinorUnits;

        Cash(1).ShouldBe(Cash(1));
        Cash(2).ShouldNotBe(Cash(1));
    }

    // Half of the hazards win terminals more slowly: the speed drawn for a replication reaches the simulator.
    [Fact]
    public void Forecast_UncertainSpeed_SpreadsTheCurve()
    {
        double Spread(OutlookUncertainty uncertainty)
        {
            var handling = new SimulatedForecaster(new SimulatedMarket(), uncertainty, Monday).Forecast(Request(16, [new StaffingLevel("template", 1)])).Levels[0].Handling;
            var week = Enumerable.Range(0, 16).Select(replication => (double)handling[(replication * Weeks) + 3]).ToArray();
            return Math.Sqrt(week.Average(value => Math.Pow(value - week.Average(), 2)));
        }

        Spread(new OutlookUncertainty(Speed: 1, Velocity: 0, Cost: 0)).ShouldBeGreaterThan(1.5 * Spread(None));
    }

    [Fact]
    public void Problems_BadRules_AreNamedByTheirPath() =>
        new SimulatedForecaster(new SimulatedMarket { Rules = new LabRules { Demand = "gauss" } }, None, Monday)
            .Problems(Request(1, [new StaffingLevel("template", 1)])).ShouldHaveSingleItem().Path.ShouldBe("rules.demand");

    private static ForecastRequest Request(int replications, IReadOnlyList<StaffingLevel> levels)
    {
        var region = TemplateExamples.Twice();
        return new ForecastRequest(region, Transplant.Onto(TemplateExamples.Template, region), TemplateExamples.Template, levels, Weeks, replications, 1);
    }
}
