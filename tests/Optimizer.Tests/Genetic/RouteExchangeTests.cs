using Territory.Optimizer.Genetic;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class RouteExchangeTests
{
    [Fact]
    public void Cross_RandomParents_ServesEveryClientOnceOrLeavesItOver()
    {
        var (inherited, left) = (0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var data = RandomProblem.Of(24, seed, vehicles: 7);
            var random = new Random(seed);
            var first = Parents.Random(data, random);
            var second = Parents.Random(data, random);
            var child = new Individual(data, 0);
            var missing = new NodeList(data.LocationCount);

            new RouteExchange(data).Cross(first, second, child, missing, new Xoshiro256((ulong)seed));

            var served = child.Tour.ToArray();
            served.Concat(missing.Items.ToArray()).Order().ShouldBe(Enumerable.Range(data.DepotCount, data.ClientCount));
            var vehicles = Enumerable.Range(0, child.RouteCount).Select(child.VehicleOf).ToArray();
            vehicles.ShouldBeUnique();
            for (var route = 0; route < child.RouteCount; route++)
            {
                var clients = child.Route(route).ToArray();
                // Every route is one of a parent's by a vehicle of the same type, less some of its clients.
                var origins = new[] { first, second }.SelectMany(parent => Enumerable.Range(0, parent.RouteCount)
                    .Where(i => data.TypeOfVehicle[parent.VehicleOf(i)] == data.TypeOfVehicle[vehicles[route]]).Select(i => parent.Route(i).ToArray()));
                origins.Any(origin => origin.Where(client => clients.Contains(client)).SequenceEqual(clients)).ShouldBeTrue();
                if (child.IsSettled(route))
                    Enumerable.Range(0, first.RouteCount).Any(i => first.Route(i).SequenceEqual(clients)).ShouldBeTrue();
                inherited += child.IsSettled(route) ? 1 : 0;
            }

            left += missing.Count;
        }

        inherited.ShouldBeGreaterThan(30);
        left.ShouldBeGreaterThan(30);
    }
}
