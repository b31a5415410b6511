using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Scenarios;

/// <summary>What the road takes inside a run, against the optimiser's routes.</summary>
public sealed class ScenarioTravelTests
{
    private const string Market =
        """
        {
          "name": "a market", "firstDay": "2026-01-05", "days": 21,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ {
            "id": "east", "terminals": { "generated": { "terminals": 80, "areaSquareKilometres": 60 } }, "census": { "openingDistribution": 1 },
            "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ], "daysBetweenCalls": [7, 7, 7], "minutesPerDay": 160 },
            "travel": TRAVEL
          } ]
        }
        """;

    [Fact]
    public void Exact_EveryDayOfARep_IsTheOptimisersRouteAndFitsTheDay()
    {
        var read = Read("""{ "costs": "exact" }""");
        var recorder = new Recorder(read.Setup.Regions[0].Roads!);
        var setup = read.Setup with { Regions = [read.Setup.Regions[0] with { Roads = recorder }] };
        var weeks = LabSimulator.Run(setup, new LabRunOptions(4)).Regions[0].Weeks;

        weeks.Sum(week => week.RepKilometres).ShouldBe(recorder.LastVisits.Sum(day => day.Kilometers), 1e-6);
        weeks.Sum(week => week.VehicleKilometres).ShouldBe(recorder.LastDeliveries.Sum(day => day.Kilometers), 1e-6);
        var calls = weeks.Sum(week => week.Calls);
        weeks.Sum(week => week.CallMinutes + week.RepTravelMinutes).ShouldBeLessThanOrEqualTo(18 * 160);
        calls.ShouldBeGreaterThan(60);
        // Every terminal is due each week and the rep cannot call on all: the days are full but for what one more call would take.
        weeks.Sum(week => week.CallMinutes + week.RepTravelMinutes).ShouldBeGreaterThan(18 * 160 * 0.8);
    }

    [Fact]
    public void Fitted_AgainstExact_AgreesWithinItsOwnError()
    {
        var exact = Run(Read("""{ "costs": "exact" }"""));
        var read = Read("""{ "costs": "fitted" }""");
        var fitted = Run(read);

        var fits = read.FieldCosts.Single().ShouldNotBeNull();
        fits.VisitMinutes.HeldOutDays.ShouldBe(30);
        fits.VisitMinutes.Mape.ShouldBeLessThan(0.2);
        double Ratio(Func<LabWeek, double> of) => fitted.Sum(of) / exact.Sum(of);
        Ratio(week => week.Calls).ShouldBeInRange(0.9, 1.1);
        Ratio(week => week.RepTravelMinutes).ShouldBeInRange(0.85, 1.15);
        Ratio(week => week.VehicleKilometres).ShouldBeInRange(0.75, 1.25);
    }

    [Fact]
    public void StraightLines_FromTheDepotAndBack_HaveDetourAndSpeed()
    {
        var read = Read("""{ "costs": "exact", "depotLongitude": 117, "depotLatitude": 39, "kilometresPerHour": 30, "detour": 1.5 }""");
        var terminals = read.Setup.Regions[0].Terminals;
        var way = read.Setup.Regions[0].Roads!.Visits([7], 80);

        var kilometres = 1.5 * new GeoPoint(117, 39).MetersTo(new GeoPoint(terminals.Longitudes[7], terminals.Latitudes[7])) / 1000;
        way.Kilometers.ShouldBe(2 * kilometres, 0.002);
        way.DriveMinutes.ShouldBe(2 * kilometres / 30 * 60, 0.02);
    }

    [Theory]
    [InlineData("""{ "costs": "guessed" }""", "regions[0].travel.costs")]
    [InlineData("""{ "detour": 0.5 }""", "regions[0].travel.detour")]
    [InlineData("""{ "depotLongitude": 117 }""", "regions[0].travel.depotLongitude")]
    [InlineData("""{ "roads": "no.roads" }""", "regions[0].travel.roads")]
    [InlineData("""{ "roads": "live" }""", "regions[0].travel.roads")]
    public void Read_TravelThatCannotBe_IsRefusedAtItsPlace(string travel, string path) =>
        Should.Throw<InvalidInputException>(() => Read(travel)).Problems.ShouldHaveSingleItem().Field.ShouldBe(path);

    private static ReadScenario Read(string travel) => ScenarioReaderTests.Read(Market.Replace("TRAVEL", travel, StringComparison.Ordinal));

    private static IReadOnlyList<LabWeek> Run(ReadScenario read) => LabSimulator.Run(read.Setup, new LabRunOptions(4)).Regions[0].Weeks;

    /// <summary>Passes questions on and keeps the last answer before the next search for how much fits into a day: the one that counts.</summary>
    private sealed class Recorder(IFieldCosts roads) : IFieldCosts
    {
        private readonly List<(int[] Rows, FieldDay Day)> visits = [];
        private readonly List<(int[] Rows, FieldDay Day)> deliveries = [];

        public IEnumerable<FieldDay> LastVisits => Last(visits);

        public IEnumerable<FieldDay> LastDeliveries => Last(deliveries);

        public FieldDay Visits(int visits, int areaTerminals) => throw new InvalidOperationException();

        public FieldDay Deliveries(int drops, int cases, int areaTerminals) => throw new InvalidOperationException();

        public FieldDay Visits(ReadOnlySpan<int> terminals, int areaTerminals) => Kept(visits, terminals, roads.Visits(terminals, areaTerminals));

        public FieldDay Deliveries(ReadOnlySpan<int> terminals, ReadOnlySpan<int> cases, int areaTerminals) => Kept(deliveries, terminals, roads.Deliveries(terminals, cases, areaTerminals));

        private static FieldDay Kept(List<(int[] Rows, FieldDay Day)> all, ReadOnlySpan<int> rows, FieldDay day)
        {
            all.Add((rows.ToArray(), day));
            return day;
        }

        // Questions of one day begin with the same terminal; the last of them is the day as it was driven.
        private static IEnumerable<FieldDay> Last(List<(int[] Rows, FieldDay Day)> all)
        {
            for (var index = 0; index < all.Count; index++)
            {
                var first = all[index].Rows.FirstOrDefault(-1);
                if (index + 1 == all.Count || all[index + 1].Rows.FirstOrDefault(-1) != first)
                    yield return all[index].Day;
            }
        }
    }
}
