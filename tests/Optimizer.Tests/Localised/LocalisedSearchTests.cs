using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Localised;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Localised;

public sealed class LocalisedSearchTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Run_AnyRound_GivesASolutionOfTheCostItStates(bool asMatrix, bool isTimed)
    {
        var data = Scatter.Of(90, seed: 4, asMatrix, isTimed: isTimed);
        var search = new LocalisedSearch(new SearchSpace(data), 1, null);
        for (var round = 0; round < 20; round++)
        {
            search.Run(100, 2_000);

            var best = search.Best;
            best.Cost.ShouldBe(search.BestCost);
            best.Unserved.Count.ShouldBe(search.BestUnserved);
            best.Routes.SelectMany(route => route.Clients).Order().ShouldBe(Enumerable.Range(0, 90));
            // The routes of the other search keep windows and capacity by figures of their own, and refuse what does not.
            new RouteSet(data, new CostEvaluator(data)).Load(best);
            best.Routes.ShouldAllBe(route => route.Clients.Sum(client => data.Clients[client].Demand.First) <= 100);
        }
    }

    [Fact]
    public void Run_MatrixOrFunctionOfCoordinates_SearchesAlike()
    {
        var (matrix, function) = (new LocalisedSearch(Space(asMatrix: true), 9, null), new LocalisedSearch(Space(asMatrix: false), 9, null));
        matrix.Run(3_000, 3_000);
        function.Run(3_000, 3_000);

        matrix.Best.ShouldBe(function.Best);

        static SearchSpace Space(bool asMatrix) => new(Scatter.Of(150, seed: 6, asMatrix));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Recreate_OneByOneOrEightTogether_PutsClientsInTheSamePlaces(bool isTimed)
    {
        var data = Scatter.Of(200, seed: 12, asMatrix: true, isTimed: isTimed);
        var space = new SearchSpace(data);

        PlacesBy(isVector: true).ShouldBe(PlacesBy(isVector: false));

        List<int> PlacesBy(bool isVector)
        {
            var routes = new ChainedRoutes(data);
            var recreate = new NearRecreate(routes, space.Places, space.Adjacency, isSymmetric: true) { IsVector = isVector && NearRecreate.CanBeVector };
            var ruin = new StringRuin(routes, space.Adjacency);
            var random = new Xoshiro256(3);
            var absent = new NodeList(data.LocationCount);
            foreach (var client in Enumerable.Range(data.DepotCount, data.ClientCount))
                absent.Add(client);
            var places = new List<int>();
            for (var round = 0; round < 200; round++)
            {
                recreate.Recreate(random, absent);
                places.AddRange(Enumerable.Range(data.DepotCount, data.ClientCount).Select(routes.Next));
                ruin.Ruin(data.DepotCount + random.Next(data.ClientCount), random, absent);
            }

            return places;
        }
    }

    [Fact]
    public void Run_TooFewVehicles_LeavesOutWhatDoesNotFit()
    {
        // Ten clients of load 6 and vehicles for two of them each.
        int[] roads = [.. Enumerable.Range(0, 121).Select(cell => cell % 12 == 0 ? 0 : 10)];
        var data = new ProblemData(
            [new Depot()],
            [.. Enumerable.Repeat(new Client { Demand = new Load(6) }, 10)],
            [new VehicleType { Capacity = new Load(12), Count = 3 }],
            roads,
            roads);
        var search = new LocalisedSearch(new SearchSpace(data), 1, null);
        search.Run(500, 500);

        search.BestUnserved.ShouldBe(4);
        search.Best.Cost.ShouldBe((4 * data.RequiredPrize) + (3 * 30));
        search.BestCost.ShouldBe(search.Best.Cost);
    }

    [Fact]
    public void Run_ASmallInstance_ReachesThePublishedOptimum()
    {
        // Proven optimal in the file's own word, by Uchoa et al.
        var instance = InstanceReader.Read(SharedData.Path("x/X-n120-k6.vrp"));
        var problem = new InstanceProblem(instance);
        var search = new LocalisedSearch(new SearchSpace(problem.Data), 2, null);
        search.Run(250_000, 250_000);

        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(search.Best));

        verdict.Feasible.ShouldBeTrue();
        verdict.Cost.ShouldBe(search.BestCost);
        verdict.Cost.ShouldBeInRange(13_332, 13_332 * 1.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_ManyClients_IsReplayedByItsIterations(int threads)
    {
        var data = Scatter.Of(600, seed: 2, asMatrix: true);
        LocalisedSearch.Covers(data).ShouldBeTrue();
        var timed = Solve(data, new SolveOptions { Seed = 5, Threads = threads, TimeLimit = TimeSpan.FromSeconds(1) });

        Solve(data, new SolveOptions { Seed = 5, Threads = threads, Iterations = timed.Iterations }).Best.ShouldBe(timed.Best);
    }

    [Fact]
    public void Models_WhatTheSearchDoesNotKnow_IsLeftToOthers()
    {
        var client = new Client { Demand = new Load(1) };
        var type = new VehicleType { Capacity = new Load(9), Count = 2 };

        Models(client, type).ShouldBeTrue();
        Models(client with { Windows = [new Interval(0, 1), new Interval(5, 6)] }, type).ShouldBeFalse();
        Models(client with { Pickup = new Load(1) }, type).ShouldBeFalse();
        Models(client with { Release = 3 }, type).ShouldBeFalse();
        Models(client with { Skills = new SkillRule { All = [1] } }, type).ShouldBeFalse();
        Models(client, type with { AllowedClients = [true, false] }).ShouldBeFalse();
        Models(client, type with { MaxStops = 1 }).ShouldBeFalse();
        Models(client, type with { MaxTrips = 2 }).ShouldBeFalse();
        Models(client, type with { CostPerDuration = 1 }).ShouldBeFalse();
        Models(client, type with { MaxDuration = 100 }).ShouldBeFalse();

        static bool Models(Client client, VehicleType type)
        {
            int[] roads = [0, 1, 1, 1, 0, 1, 1, 1, 0];
            return LocalisedSearch.Models(new ProblemData([new Depot()], [client, client], [type], roads, roads));
        }
    }

    [Fact]
    public void Solve_FromAnInitialSolution_IsNeverWorse()
    {
        var data = Scatter.Of(600, seed: 2, asMatrix: true);
        var first = Solve(data, new SolveOptions { Iterations = 3_000 }).Best;

        Solve(data, new SolveOptions { Iterations = 0, Initial = first }).Best.Cost.ShouldBe(first.Cost);
        Solve(data, new SolveOptions { Iterations = 12_000, Initial = first }).Best.Cost.ShouldBeLessThan(first.Cost);
    }

    [Fact]
    public void Build_Savings_ServesEverybodyOnceForLessThanOneByOne()
    {
        var data = Scatter.Of(200, seed: 8, asMatrix: true);

        var routes = new SavingsConstruction(data, isSymmetric: true).Build(new SearchSpace(data).Places);

        routes.SelectMany(route => route).Order().ShouldBe(Enumerable.Range(1, 200));
        routes.ShouldAllBe(route => route.Sum(client => data.Demand[client]) <= 100);
        // No two routes that neighbours end could still be joined, so at most a few are less than half full.
        routes.Count.ShouldBeLessThan(2 * (int)Math.Ceiling(data.Demand.Sum() / 100.0));
    }

    private static SolveResult Solve(ProblemData data, SolveOptions options) =>
        new TerritorySolver().Solve(data, options, null, CancellationToken.None);
}
