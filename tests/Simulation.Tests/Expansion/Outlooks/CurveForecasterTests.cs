using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Tests.Expansion.Outlooks;

public sealed class CurveForecasterTests
{
    private const int Weeks = 16;

    private static readonly CurveForecaster Certain = new(new OutlookUncertainty(0, 0, 0, 0));

    /// <summary>Without uncertainty and staffed as the template, the region takes the template's curve, and its cash is that worked out week by week.</summary>
    [Fact]
    public void Forecast_CertainAndStaffedAsTheTemplate_IsTheTemplateByHand()
    {
        var template = TemplateExamples.Template;
        var level = Forecast(Certain, replications: 1).Levels[1];
        level.StaffingRatio.ShouldBe(1);
        var before = 0.0;
        for (var week = 0; week < Weeks; week++)
        {
            // After ten weeks the curve stays.
            var numeric = 0.05 * Math.Min(week + 1, 10);
            level.Handling[week].ShouldBe((float)(200 * numeric), 1e-3f);
            double Cases(int at) => 0.25 * 0.06 * Math.Min(at + 1, 10) * 20_000 * 12 / 52;
            var expected = (week >= 2 ? Cases(week - 2) * 30_00 : 0) - (Cases(week) * 20_00) - (level.Reps * 1_000_00) - (level.Vehicles * 800_00)
                - (200 * (numeric - before) * 60_00) - (week == 0 ? 5_000_00 : 0);
            ((double)level.NetCashMinorUnits[week]).ShouldBe(expected, 1.5, $"week {week}");
            before = numeric;
        }

        level.TrainedByAge.ShouldBe([.. Enumerable.Range(0, Weeks).Select(week => template.Training.FromRegion(level.Reps, week))]);
        // Four reps train a tenth of a rep each and week from week 4 on.
        level.TrainedByAge[14].ShouldBe(4);
    }

    /// <summary>Proportional hazards: with half the calls (1 - D)^(1/2) of the terminals are left, with twice (1 - D)^2.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Forecast_OtherStaffing_RaisesTheHazardInProportion(double ratio)
    {
        var outlook = Certain.Forecast(Request(1, [new StaffingLevel("other", ratio)]));
        for (var week = 0; week < 10; week++)
            outlook.Levels[0].Handling[week].ShouldBe((float)(200 * (1 - Math.Pow(1 - (0.05 * (week + 1)), ratio))), 1e-3f);
    }

    /// <summary>Share s leads over a rival of r who keeps r (1 - s): s > r / (1 + r). With r = 0.1: above 0.0909, reached by 0.015 w in week 7.</summary>
    [Fact]
    public void Forecast_WeakRival_IsOvertakenInTheWeekByHand()
    {
        var request = Request(1, [new StaffingLevel("template", 1)]);
        var weak = TemplateExamples.Twice(rival: 0.1);
        var leadership = (Certain with { RivalResistance = 0 }).Forecast(request with { Region = weak }).Levels[0].LeadershipAges[0];
        leadership.ShouldBe(6);
        Certain.Forecast(request with { Region = TemplateExamples.Twice(rival: 0.5) }).Levels[0].LeadershipAges[0].ShouldBe(StaffingOutlook.Never);
    }

    /// <summary>Factors have mean 1: over many replications the mean distribution cost of the first week is the certain one within four standard errors.</summary>
    [Fact]
    public void Forecast_UncertainCost_KeepsItsMean()
    {
        const int replications = 4_000;
        var certain = Certain.Forecast(Request(1, [new StaffingLevel("template", 1)])).Levels[0].NetCashMinorUnits[0];
        var uncertain = new CurveForecaster(new OutlookUncertainty(0, 0, 0.3, 0.5)).Forecast(Request(replications, [new StaffingLevel("template", 1)])).Levels[0];
        var first = Enumerable.Range(0, replications).Select(replication => (double)uncertain.NetCashMinorUnits[replication * Weeks]).ToList();
        var mean = first.Average();
        var error = Math.Sqrt(first.Average(value => (value - mean) * (value - mean)) / replications);
        error.ShouldBeGreaterThan(0);
        mean.ShouldBe(certain, 4 * error);
    }

    /// <summary>All regions share the common part of a state of the world: with nothing of their own two alike regions have the same outlook, with nothing in common they do not.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Forecast_TwoAlikeRegions_ShareTheCommonPart(double common, bool same)
    {
        var forecaster = new CurveForecaster(new OutlookUncertainty(Common: common));
        var request = Request(20, [new StaffingLevel("template", 1)]);
        var first = forecaster.Forecast(request with { Region = TemplateExamples.Twice("a") }).Levels[0].NetCashMinorUnits;
        var second = forecaster.Forecast(request with { Region = TemplateExamples.Twice("b") }).Levels[0].NetCashMinorUnits;
        first.SequenceEqual(second).ShouldBe(same);
    }

    [Fact]
    public void Forecast_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        var forecaster = new CurveForecaster(new OutlookUncertainty());
        var first = forecaster.Forecast(Request(5, [new StaffingLevel("template", 1)]));
        forecaster.Forecast(Request(5, [new StaffingLevel("template", 1)])).Levels[0].NetCashMinorUnits.ShouldBe(first.Levels[0].NetCashMinorUnits);
        forecaster.Forecast(Request(5, [new StaffingLevel("template", 1)]) with { Seed = 2 }).Levels[0].NetCashMinorUnits.ShouldNotBe(first.Levels[0].NetCashMinorUnits);
    }

    private static RegionOutlook Forecast(CurveForecaster forecaster, int replications) =>
        forecaster.Forecast(Request(replications, [new StaffingLevel("lean", 0.5), new StaffingLevel("template", 1)]));

    private static ForecastRequest Request(int replications, IReadOnlyList<StaffingLevel> levels)
    {
        var region = TemplateExamples.Twice();
        return new ForecastRequest(region, Transplant.Onto(TemplateExamples.Template, region), TemplateExamples.Template, levels, Weeks, replications, 1);
    }
}
