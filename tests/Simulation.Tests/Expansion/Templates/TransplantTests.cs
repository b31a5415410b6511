using Territory.Model.Geography;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Expansion.Templates;

public sealed class TransplantTests
{
    /// <summary>The same mix at the same ways, twice over, needs twice the reps: two to one, and every figure doubles.</summary>
    [Fact]
    public void Onto_TwiceTheTemplate_NeedsTwiceItsReps()
    {
        var fit = Transplant.Onto(TemplateExamples.Template, TemplateExamples.Twice());
        fit.Reps.ShouldBe(4);
        fit.RepsByRatio.ShouldBe(4, 1e-12);
        fit.VisitsPerCycle.ShouldBe(380);
        fit.MinutesPerCycle.ShouldBe(2 * (3_000 + (190 * 6)), 1e-9);
        // 20,000 cases a month of 52/12 weeks x weighted distribution 0.6 x a quarter.
        fit.CasesPerWeek.ShouldBe(20_000 * 12 / 52.0 * 0.6 * 0.25, 1e-9);
        fit.Vehicles.ShouldBe((int)Math.Ceiling(fit.CasesPerWeek / 260));
    }

    /// <summary>Beardwood, Halton and Hammersley with uniform points: the tour's length a call is 0.7124 sqrt(A / n); speed, detour and the way out by hand.</summary>
    [Fact]
    public void MinutesPerVisit_DenserRegion_TakesTheRootOfTheArea()
    {
        var near = Spread(0.1);
        var far = Spread(0.4);
        var travel = new TourTravel(30, 1);
        // Without the way out and back (very many calls a day) four times the width is four times the way.
        var ratio = travel.MinutesPerVisit(far, 1e9) / travel.MinutesPerVisit(near, 1e9);
        ratio.ShouldBe(4, 0.25);
        var area = CensusGrid.OccupiedSquareKilometers(near.Select(terminal => terminal.Location));
        travel.MinutesPerVisit(near, 1e9).ShouldBe(0.7124 * Math.Sqrt(area / near.Count) * 2, 1e-6);
        var middle = new GeoPoint(near.Average(terminal => terminal.Location.Longitude), near.Average(terminal => terminal.Location.Latitude));
        var outAndBack = 2 * near.Average(terminal => terminal.Location.MetersTo(middle)) / 1000 / 10 * 2;
        (travel.MinutesPerVisit(near, 10) - travel.MinutesPerVisit(near, 1e9)).ShouldBe(outAndBack, 1e-6);
    }

    [Fact]
    public void Onto_LongerWays_NeverNeedFewerReps()
    {
        var region = TemplateExamples.Twice() with { Terminals = Spread(0.3) };
        var reps = new[] { 60.0, 30, 15, 8 }.Select(speed => Transplant.Onto(TemplateExamples.Template, region, new TourTravel(speed)).Reps).ToList();
        reps.ShouldBe(reps.Order());
        reps[^1].ShouldBeGreaterThan(reps[0]);
    }

    /// <summary>On roads that take twice as long the same days take twice as long, and a day of neighbours is near what the optimiser takes for days drawn like it.</summary>
    [Fact]
    public void MinutesPerVisit_OnRoads_FollowTheOptimisersDays()
    {
        var region = Spread(0.3);
        TravelMatrix Roads(IReadOnlyList<GeoPoint> points, int secondsPerKilometre) => new(
            points.Count, [.. Ways(points).Select(meters => meters * secondsPerKilometre / 1000)], [.. Ways(points)], "straight");
        static IEnumerable<int> Ways(IReadOnlyList<GeoPoint> points) => points.SelectMany(from => points.Select(to => (int)from.MetersTo(to)));

        var travel = RoadTravel.Of("grid", region, points => Roads(points, 120));
        var slow = RoadTravel.Of("grid", region, points => Roads(points, 240));

        var middle = new GeoPoint(region.Average(terminal => terminal.Location.Longitude), region.Average(terminal => terminal.Location.Latitude));
        var matrix = Roads([middle, .. region.Select(terminal => terminal.Location)], 120);
        var days = new ExactFieldCosts(FieldPlaces.Of(middle, [.. region.Select(terminal => terminal.Location)]), matrix, matrix, 60, 300, daysAveraged: 30);
        foreach (var visits in new[] { 8, 20 })
        {
            travel.MinutesPerVisit(region, visits).ShouldBe(days.Visits(visits, visits).DriveMinutes / visits, 0.25 * travel.MinutesPerVisit(region, visits));
            (slow.MinutesPerVisit(region, visits) / travel.MinutesPerVisit(region, visits)).ShouldBe(2, 0.02);
        }

        travel.MinutesPerVisit(region, 8.5).ShouldBe((travel.MinutesPerVisit(region, 8) + travel.MinutesPerVisit(region, 9)) / 2, 1e-9);
        Transplant.Onto(TemplateExamples.Template, TemplateExamples.Twice() with { Terminals = region }, slow).Reps
            .ShouldBeGreaterThan(Transplant.Onto(TemplateExamples.Template, TemplateExamples.Twice() with { Terminals = region }, travel).Reps);
    }

    [Fact]
    public void Onto_RegionWithoutTerminals_NeedsNobody() =>
        Transplant.Onto(TemplateExamples.Template, new CandidateMarket { Id = "empty", Name = "empty" }, new TourTravel()).ShouldBe(new RegionFit("empty", 0, 0, 0, 0, 0, 0, 0, 0));

    /// <summary>400 terminals on a regular grid of so many degrees a side.</summary>
    private static List<CensusTerminal> Spread(double degrees) => [.. Enumerable.Range(0, 400).Select(number => TemplateExamples.Terminal(number, TerminalClass.B, 50) with
    {
        Location = new GeoPoint(116.001 + (number % 20 * degrees / 20), 32.001 + (number / 20 * degrees / 20)),
    })];
}
