using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Tests.Search;

public sealed class FleetReductionTests
{
    /// <summary>Six bins of ten that only these pairs and triples fill to the brim.</summary>
    private static readonly int[] Demands = [7, 3, 6, 4, 8, 2, 9, 1, 5, 5, 4, 3, 3];

    [Fact]
    public void Run_StopsThatOnlyFitTogether_ReachesTheBound()
    {
        // Everything is at one place, so that only the loads decide: bin packing without a case to spare.
        var data = AtOnePlace(Demands.Length, Demands);
        var alone = Solution.Of(data, [.. Enumerable.Range(0, Demands.Length).Select(client => new SolutionRoute(client, 0, [[client]], [[0]], 2, 0, 1_002))]);
        var fleet = new FleetReduction(new SearchSpace(data), seed: 1, alone, temperature: 1);

        fleet.Run(5_000);

        fleet.Fewest.Routes.Count.ShouldBe(6);
        fleet.Fewest.Unserved.ShouldBeEmpty();
        fleet.Fewest.Routes.ShouldAllBe(route => route.Clients.Sum(client => Demands[client]) == 10);
    }

    [Fact]
    public void LeastVehicles_IsTheLoadOverTheCapacityInItsTightestDimension()
    {
        FleetReduction.BoundOf(AtOnePlace(9, 4, 4, 3)).ShouldBe(2);
        FleetReduction.BoundOf(AtOnePlace(9, 10, 10)).ShouldBe(2);
        FleetReduction.BoundOf(AtOnePlace(9, 10, 10, 1)).ShouldBe(3);
        // Second and third dimension: 30 of 8, 2 of 1.
        var many = new ProblemData(
            [new Depot()], [new Client { Demand = new Load(5, 30, 2) }], [new VehicleType { Capacity = new Load(10, 8, 1) }], [0, 1, 1, 0], [0, 1, 1, 0]);
        FleetReduction.BoundOf(many).ShouldBe(4);
    }

    [Fact]
    public void LeastVehicles_OfShipments_IsOne()
    {
        // One after the other, one vehicle carries any number of them.
        var ends = Enumerable.Repeat(new Client { Demand = default }, 6).ToArray();
        var matrix = new int[49];
        Shipment[] shipments = [.. Enumerable.Range(0, 3).Select(i => new Shipment(2 * i, (2 * i) + 1, new Load(9)))];

        FleetReduction.BoundOf(new ProblemData([new Depot()], ends, [new VehicleType { Capacity = new Load(10), Count = 3 }], matrix, matrix, shipments)).ShouldBe(1);
    }

    [Fact]
    public void CappedFleet_ThereAndBack_IsTheSameSolution()
    {
        var data = AtOnePlace(9, 8, 7, 6);
        var solution = Solution.Of(data, [new SolutionRoute(0, 0, [[2]], [[0]], 2, 0, 1_002), new SolutionRoute(1, 0, [[0]], [[0]], 2, 0, 1_002), new SolutionRoute(2, 0, [[1]], [[0]], 2, 0, 1_002)]);

        var capped = new CappedFleet(data, solution);

        capped.Data.VehicleCount.ShouldBe(3);
        capped.Start.Cost.ShouldBe(6);
        capped.InWhole(capped.Start).ShouldBe(solution);
    }

    private static ProblemData AtOnePlace(int vehicles, params int[] demands)
    {
        var n = demands.Length + 1;
        int[] matrix = [.. Enumerable.Range(0, n * n).Select(cell => cell / n == 0 != (cell % n == 0) ? 1 : 0)];
        return new ProblemData(
            [new Depot()],
            [.. demands.Select(demand => new Client { Demand = new Load(demand) })],
            [new VehicleType { Capacity = new Load(10), Count = vehicles, FixedCost = 1_000 }],
            matrix,
            matrix);
    }
}
