using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

/// <summary>The delta of every kind of insertion must equal the difference of costs that walking the route gives, and say "no" exactly where walking does.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData(1, false, false)]
    [InlineData(3, false, false)]
    [InlineData(1, true, false)]
    [InlineData(1, false, true)]
    [InlineData(3, false, true)]
    [InlineData(3, true, false)]
    [InlineData(3, true, true)]
    public void Deltas_RandomInsertions_EqualTheDifferenceOfWalkedCosts(int maxTrips, bool withReleases, bool withPickups)
    {
        var (feasible, refused, newTrips) = (0, 0, 0);
        for (var seed = 1; seed <= 20; seed++)
        {
            var data = RandomProblem.Of(14, seed, vehicles: 2, maxTrips, withReleases, withPickups: withPickups);
            var evaluator = new CostEvaluator(data);
            var random = new Xoshiro256((ulong)seed);
            var route = new Route(data, evaluator, 0);
            for (var client = data.DepotCount; client < data.LocationCount; client++)
            {
                var choices = new List<Insertion>();
                foreach (var insertion in Places(data, route, client))
                {
                    var trial = new Route(data, evaluator, 0);
                    trial.CopyFrom(route);
                    trial.Apply(client, insertion);
                    var solution = trial.ToSolutionRoute();
                    var walked = RouteOracle.Cost(data, 0, solution.Trips, solution.Windows);

                    (insertion.Delta == long.MaxValue).ShouldBe(walked is null);
                    trial.IsFeasible.ShouldBe(walked is not null);
                    refused += walked is null ? 1 : 0;
                    if (walked is null)
                        continue;
                    (route.Cost + insertion.Delta).ShouldBe(walked.Value);
                    trial.Cost.ShouldBe(walked.Value);
                    choices.Add(insertion);
                    feasible++;
                    newTrips += insertion.Trip == TripChoice.NewTrip ? 1 : 0;
                }

                if (choices.Count > 0)
                    route.Apply(client, choices[random.Next(choices.Count)]);
            }
        }

        feasible.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(100);
        (newTrips > 0).ShouldBe(maxTrips > 1);
    }

    [Fact]
    public void RemoveMarked_LastClientOfATrip_DropsTheTrip()
    {
        var data = RandomProblem.Of(3, seed: 1, maxTrips: 3, horizon: 4_000);
        var route = new Route(data, new CostEvaluator(data), 0);
        // Trips (1), (2, 3): location 0 is the depot.
        route.SetEntries([1, 0, 2, 3], [data.WindowOffset[1], 0, data.WindowOffset[2], data.WindowOffset[3]]);

        route.RemoveMarked([false, true, false, false]);

        route.Nodes.ToArray().ShouldBe([0, 2, 3, 0]);
        route.TripCount.ShouldBe(1);
    }

    private static IEnumerable<Insertion> Places(ProblemData data, Route route, int client)
    {
        for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
        {
            for (var position = 1; position < route.Length; position++)
            {
                var detour = route.DetourDistance(client, position);
                var delta = route.HasRoom(client, position) ? route.JoinDelta(client, position, window, detour) : long.MaxValue;
                yield return new Insertion(0, position, window, TripChoice.Join, delta);
            }

            for (var position = 0; position < route.Length; position++)
            {
                if (!route.IsDepot(position) || route.IsEmpty || route.TripCount == data.VehicleTypes[0].MaxTrips)
                    continue;
                yield return new Insertion(0, position, window, TripChoice.NewTrip, route.Holds(client) ? route.NewTripDelta(client, position, window) : long.MaxValue);
            }
        }
    }
}
