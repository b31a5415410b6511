using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class ShipmentRemovalTests
{
    [Fact]
    public void Ruin_OverAndOver_TakesWholeShipmentsAndSaysWhich()
    {
        var data = PlainShipments.Of(60, shipments: 28, seed: 5, horizon: 2_000, vehicles: 10);
        var (set, absent) = Served(data);
        var ruin = new ShipmentRemoval(data);
        var random = new Xoshiro256(1);
        var whole = new RouteSet(data, new CostEvaluator(data));
        whole.CopyAll(set);
        var leftOut = absent.Items.ToArray();
        var counts = new HashSet<int>();
        for (var round = 0; round < 500; round++)
        {
            var touched = new VehicleSet(data.VehicleCount);

            ruin.Ruin(set, random, absent, touched);

            var gone = absent.Items.ToArray();
            gone.Distinct().Count().ShouldBe(gone.Length);
            gone[..leftOut.Length].ShouldBe(leftOut);
            Enumerable.Range(data.DepotCount, data.ClientCount).Where(location => set.VehicleOf(location) < 0).ShouldBe(gone.Order());
            foreach (var client in gone[leftOut.Length..])
            {
                gone.ShouldContain(data.PartnerOf[client]);
                touched.Contains(whole.VehicleOf(client)).ShouldBeTrue();
            }

            foreach (var vehicle in whole.Used)
            {
                set.RouteOf(vehicle).IsFeasible.ShouldBeTrue();
                if (!touched.Contains(vehicle))
                    set.RouteOf(vehicle).Nodes.SequenceEqual(whole.RouteOf(vehicle).Nodes).ShouldBeTrue();
            }

            counts.Add((gone.Length - leftOut.Length) / 2);
            set.CopyAll(whole);
            absent.Clear();
            foreach (var client in leftOut)
                absent.Add(client);
        }

        // The first and at most sixteen more.
        counts.Max().ShouldBe(17);
        counts.Count.ShouldBeGreaterThan(8);
    }

    /// <summary>Two towns far apart: whoever begins in one of them takes hardly anything from the other while there is something left.</summary>
    [Fact]
    public void Ruin_OfTwoTowns_StaysInOneOfThem()
    {
        var data = TwoTowns();
        var (set, absent) = Served(data);
        absent.Count.ShouldBe(0);
        var whole = new RouteSet(data, new CostEvaluator(data));
        whole.CopyAll(set);
        var ruin = new ShipmentRemoval(data);
        var random = new Xoshiro256(1);
        var (mixed, taken) = (0, 0);
        for (var round = 0; round < 500; round++)
        {
            var touched = new VehicleSet(data.VehicleCount);
            ruin.Ruin(set, random, absent, touched);
            var first = absent.Items[0] <= 80;
            foreach (var client in absent.Items)
            {
                taken++;
                mixed += client <= 80 == first ? 0 : 1;
            }

            set.CopyAll(whole);
            absent.Clear();
        }

        // Of the 60 nearest 39 are of the same town; a draw to the third power reaches beyond them one time in eight. At random it would be half.
        ((double)mixed / taken).ShouldBeLessThan(0.3);
    }

    private static (RouteSet Set, NodeList Absent) Served(ProblemData data)
    {
        var evaluator = new CostEvaluator(data);
        var set = new RouteSet(data, evaluator);
        var absent = new NodeList(data.LocationCount);
        for (var location = data.DepotCount; location < data.LocationCount; location++)
            absent.Add(location);
        new BlinkInsertion(data, evaluator, new SearchSpace(data).Places).Recreate(set, new Xoshiro256(1), absent, new VehicleSet(data.VehicleCount));
        return (set, absent);
    }

    private static ProblemData TwoTowns()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 161).Select(i => (X: random.Next(100) + (i is > 0 and <= 80 ? 0 : 10_000), Y: random.Next(100))).ToArray();
        int[] matrix = [.. points.SelectMany(a => points.Select(b => (int)Math.Ceiling(double.Hypot(a.X - b.X, a.Y - b.Y))))];
        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Repeat(new Client { Demand = default, Windows = [new Interval(0, 1_000_000)] }, 160)],
            [new VehicleType { Capacity = new Load(5), Count = 10 }],
            matrix,
            matrix,
            [.. Enumerable.Range(0, 80).Select(i => new Shipment(2 * i, (2 * i) + 1, new Load(1)))]);
    }
}
