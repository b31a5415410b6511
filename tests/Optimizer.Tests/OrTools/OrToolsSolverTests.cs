#if ORTOOLS
using Territory.Optimizer.OrTools;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.OrTools;

public sealed class OrToolsSolverTests
{
    private static readonly TimeSpan Ages = TimeSpan.FromDays(1);

    [Fact]
    public void Solve_ProgressThrows_IsThrownToTheCaller()
    {
        var thrown = Should.Throw<TimeZoneNotFoundException>(() =>
            new OrToolsSolver(TimeProvider.System).Solve(RandomProblem.Of(clients: 40, seed: 1, vehicles: 12), new SolveOptions { TimeLimit = Ages }, new Reaction(() => throw new TimeZoneNotFoundException("far")), CancellationToken.None));

        thrown.Message.ShouldBe("far");
    }

    [Fact]
    public void Solve_TimeLimit_IsKeptOnTheClockGiven()
    {
        // A second passes with each reading: an hour is over after some thousands of them, on the wall clock within seconds.
        var clock = new SteppingClock(TimeSpan.FromSeconds(1));

        var result = new OrToolsSolver(clock).Solve(RandomProblem.Of(clients: 40, seed: 1, vehicles: 12), new SolveOptions { TimeLimit = TimeSpan.FromHours(1) }, null, CancellationToken.None);

        result.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(1));
        result.WasCancelled.ShouldBeFalse();
        result.Best.Routes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Solve_ClockThrows_IsThrownToTheCaller() =>
        Should.Throw<TimeoutException>(() => new OrToolsSolver(new BreakingClock()).Solve(RandomProblem.Of(clients: 40, seed: 1, vehicles: 12), new SolveOptions { TimeLimit = Ages }, null, CancellationToken.None));

    [Fact]
    public void Solve_CollectionsWhileItCallsBack_DoNoHarm()
    {
        var data = RandomProblem.Of(clients: 60, seed: 2, vehicles: 20);

        var result = new OrToolsSolver(TimeProvider.System).Solve(data, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(1) }, new Reaction(() => GC.Collect()), CancellationToken.None);

        result.Trace.ShouldNotBeEmpty();
        result.Trace[^1].Cost.ShouldBe(result.Best.Cost);
    }

    [Fact]
    public void Solve_CancelledBesideTheSearch_Ends()
    {
        using var source = new CancellationTokenSource();
        var canceller = new Thread(source.Cancel);

        var result = new OrToolsSolver(TimeProvider.System).Solve(RandomProblem.Of(clients: 60, seed: 2, vehicles: 20), new SolveOptions { TimeLimit = Ages }, new Reaction(() => Start(canceller)), source.Token);

        canceller.Join();
        result.WasCancelled.ShouldBeTrue();
        result.Best.Routes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Solve_NoIterations_StillServes() =>
        new OrToolsSolver(TimeProvider.System).Solve(RandomProblem.Of(clients: 20, seed: 3, vehicles: 15), new SolveOptions { Iterations = 0 }, null, CancellationToken.None).Best.Routes.ShouldNotBeEmpty();

    [Fact]
    public void Solve_WindowAfterEveryShift_LeavesTheStopOut()
    {
        var data = Line([new Client { Demand = new Load(1) }, new Client { Demand = new Load(1), Windows = [new Interval(90, 95)] }], [new VehicleType { Capacity = new Load(5), LatestEnd = 50 }]);

        Solve(data).Best.Unserved.ShouldBe([1]);
    }

    [Fact]
    public void Solve_VehicleWithoutADay_StaysAtHomeAndTheOtherServes()
    {
        var late = new VehicleType { Capacity = new Load(5), Start = new Interval(70, 80), LatestEnd = 50 };

        var best = Solve(Line([new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }], [late, new VehicleType { Capacity = new Load(5), LatestEnd = 50, FixedCost = 9 }])).Best;

        best.Unserved.ShouldBeEmpty();
        best.Routes.ShouldHaveSingleItem().VehicleType.ShouldBe(1);
    }

    [Fact]
    public void Solve_DepotsTooFarApartForOneDay_DoNotStopTheOtherVehicle()
    {
        // Places 0 and 100 are depots, 1 is the stop; the first vehicle would have to end at the other depot within 20.
        int[] places = [0, 100, 1];
        int[] matrix = [.. places.SelectMany(from => places.Select(to => Math.Abs(from - to)))];
        var data = new ProblemData(
            [new Depot(), new Depot()],
            [new Client { Demand = new Load(1) }],
            [new VehicleType { Capacity = new Load(5), EndDepot = 1, MaxDuration = 20 }, new VehicleType { Capacity = new Load(5), MaxDuration = 20 }],
            matrix,
            matrix);

        Solve(data).Best.Routes.ShouldHaveSingleItem().VehicleType.ShouldBe(1);
    }

    [Fact]
    public void Solve_DepotThatNoVehicleUses_IsNotVisited()
    {
        // The other depot is 100 away, and the day is 20 long.
        int[] places = [0, 100, 1];
        int[] matrix = [.. places.SelectMany(from => places.Select(to => Math.Abs(from - to)))];
        var data = new ProblemData([new Depot(), new Depot()], [new Client { Demand = new Load(1) }], [new VehicleType { Capacity = new Load(5), MaxDuration = 20 }], matrix, matrix);

        Solve(data).Best.Cost.ShouldBe(2);
    }

    private static SolveResult Solve(ProblemData data) => new OrToolsSolver(TimeProvider.System).Solve(data, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(2) }, null, CancellationToken.None);

    /// <summary>A depot at 0 and stops at 1, 2 and so on.</summary>
    private static ProblemData Line(Client[] clients, VehicleType[] types)
    {
        int[] matrix = [.. Enumerable.Range(0, clients.Length + 1).SelectMany(from => Enumerable.Range(0, clients.Length + 1).Select(to => Math.Abs(from - to)))];
        return new ProblemData([new Depot()], clients, types, matrix, matrix);
    }

    private static void Start(Thread thread)
    {
        if (thread.ThreadState.HasFlag(ThreadState.Unstarted))
            thread.Start();
    }

    private sealed class Reaction(Action action) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => action();
    }

    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += step.Ticks;
    }

    /// <summary>Tells when the search begins and nothing after that.</summary>
    private sealed class BreakingClock : TimeProvider
    {
        private int readings;

        public override long GetTimestamp() => readings++ == 0 ? 0 : throw new TimeoutException("The clock stands still.");
    }
}
#endif
