using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class SlotProblemTests
{
    /// <summary>Half speed from 30 to 60 on all roads is a matrix of twice the durations in that slot: both searches see the same costs and find the same plan.</summary>
    [Fact]
    public void Solve_SlotsThatAreAUniformFactor_IsThePlanOfSpeeds()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (slotted, sped) = (Uniform(seed, hasSlots: true), Uniform(seed, hasSlots: false));

            var (bySlots, bySpeeds) = (Solve(slotted), Solve(sped));

            bySlots.Cost.ShouldBe(bySpeeds.Cost, $"seed {seed}");
            bySlots.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip).ShouldBe(bySpeeds.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip), $"seed {seed}");
        }
    }

    /// <summary>A road that takes 20 until 100 and 40 from then on, a stop from 95 on and a depot as far: half of the way there by 100 were possible, but paid time is least for who is there at 95.</summary>
    [Fact]
    public void Solve_StopNearTheBorderOfASlot_LeavesInTimeForIt()
    {
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1), Windows = [new Interval(95, 200)] }],
            [new VehicleType { Capacity = new Load(1), CostPerDuration = 1, CostPerDistance = 0, LatestEnd = 400, Profile = 1 }],
            Leg(0),
            Leg(20),
            rules: new ProblemRules { Profiles = [TravelProfile.OfSlots(Leg(0), [new TravelSlot(0, Leg(20)), new TravelSlot(100, Leg(40))])] });

        var report = new PlanEvaluator(data).Evaluate(Solve(data));

        // From 75 to 95; a quarter of the way back by 100, three quarters of 40 after it.
        report.Violations.ShouldBeEmpty();
        report.Cost.ShouldBe(55);
        report.Routes.ShouldHaveSingleItem().Timetable.Select(entry => entry.Start).ShouldBe([75, 95, 130]);
    }

    /// <summary>Lorries are kept out from 100 to 200 (限行): a stop open from 90 on is served before, or the day is paid until the gates open.</summary>
    [Fact]
    public void Solve_RoadClosedForHours_IsDrivenBeforeThem()
    {
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1), Windows = [new Interval(0, 300)], ServiceDuration = 10 }],
            [new VehicleType { Capacity = new Load(1), CostPerDuration = 1, CostPerDistance = 0, Start = new Interval(40, 400), LatestEnd = 400, Profile = 1 }],
            Leg(0),
            Leg(20),
            rules: new ProblemRules
            {
                Profiles = [TravelProfile.OfSlots(Leg(0), [new TravelSlot(0, Leg(22)), new TravelSlot(100, Leg(ProblemData.NoRoad)), new TravelSlot(200, Leg(20))])],
            });

        // 22 + 10 + 22 before the gates close, 20 + 10 + 20 after they open.
        Solve(data).Cost.ShouldBe(50);
        Solve(Until(data, 199)).Cost.ShouldBe(54);
        new PlanEvaluator(Until(data, 199)).Evaluate(new PlanRoute(0, [[0]])).Figures.Start.ShouldBeLessThanOrEqualTo(46);
    }

    private static ProblemData Until(ProblemData data, long latestEnd) =>
        new(data.Depots, data.Clients, [data.VehicleTypes[0] with { LatestEnd = latestEnd }], data.Distances, data.Durations, rules: data.Rules);

    private static ArcLengths Leg(int length) => ArcLengths.OfMatrix([0, length, length, 0], 2);

    private static ProblemData Uniform(int seed, bool hasSlots)
    {
        const int clients = 12;
        var random = new Random(seed);
        int[] cells = [.. Enumerable.Range(0, (clients + 1) * (clients + 1)).Select(cell => cell % (clients + 2) == 0 ? 0 : random.Next(1, 15))];
        var free = ArcLengths.OfMatrix(cells, clients + 1);
        var slow = ArcLengths.OfMatrix([.. cells.Select(cell => 2 * cell)], clients + 1);
        Client[] stops = [.. Enumerable.Range(0, clients).Select(_ => random.Next(100)).Select(early => new Client
        {
            Demand = new Load(1), ServiceDuration = random.Next(4), Windows = [new Interval(early, early + 40)], IsRequired = false, Prize = 300,
        })];
        var van = new VehicleType
        {
            Capacity = new Load(5),
            Count = 3,
            FixedCost = 20,
            CostPerDuration = 2,
            LatestEnd = 180,
            Profile = 1,
            SpeedPeriods = hasSlots ? [] : [new SpeedPeriod(30, 500), new SpeedPeriod(60, 1_000)],
        };
        var roads = hasSlots ? TravelProfile.OfSlots(free, [new TravelSlot(0, free), new TravelSlot(30, slow), new TravelSlot(60, free)]) : new TravelProfile(free, free);
        return new ProblemData([new Depot()], stops, [van], free, free, rules: new ProblemRules { Profiles = [roads] });
    }

    private static Solution Solve(ProblemData data) => new TerritorySolver().Solve(data, new SolveOptions { Iterations = 2_000 }, null, CancellationToken.None).Best;
}
