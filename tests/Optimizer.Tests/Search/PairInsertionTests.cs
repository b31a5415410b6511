using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Tests.Search;

public sealed class PairInsertionTests
{
    private const int Far = 50;

    /// <summary>From the depot only the first stop is near, to it only the second: the day of 30 holds both or neither.</summary>
    [Fact]
    public void Insert_StopsThatOnlyFitTogether_AreBothServed_InTheOrderThatFits()
    {
        int[] roads = [0, 5, Far, Far, 0, 5, 5, Far, 0];
        foreach (var isTurned in new[] { false, true })
        {
            var data = Problem(roads, isTurned);
            var (set, absent) = Inserted(data);

            absent.Count.ShouldBe(0);
            set.Used.ToArray().ShouldBe([0]);
            set.RouteOf(0).Nodes.ToArray().ShouldBe(isTurned ? [0, 2, 1, 0] : [0, 1, 2, 0]);
            set.RouteOf(0).Cost.ShouldBe(15);
        }
    }

    [Fact]
    public void Insert_PairThatIsNotWorthItsRoute_StaysOut()
    {
        // The route costs 15; a prize of 7 each is less than that, of 8 more.
        foreach (var (prize, served) in new[] { (7, 0), (8, 2) })
        {
            var (set, absent) = Inserted(Problem([0, 5, Far, Far, 0, 5, 5, Far, 0], isTurned: false, prize));

            set.ServedCount.ShouldBe(served);
            absent.Count.ShouldBe(2 - served);
        }
    }

    [Fact]
    public void Insert_PairThatMustBeApart_StaysOut() =>
        Inserted(Problem([0, 5, Far, Far, 0, 5, 5, Far, 0], isTurned: false, relation: new Relation(RelationKind.Apart, [0, 1]))).Set.ServedCount.ShouldBe(0);

    private static (RouteSet Set, NodeList Absent) Inserted(ProblemData data)
    {
        var set = new RouteSet(data, new CostEvaluator(data));
        var absent = new NodeList(data.LocationCount);
        absent.Add(1);
        absent.Add(2);
        var touched = new VehicleSet(data.VehicleCount);

        new PairInsertion(data, new CostEvaluator(data)).Insert(set, int.MaxValue, new Xoshiro256(1), absent, touched);

        touched.Items.ToArray().ShouldBe(set.Used.ToArray());
        return (set, absent);
    }

    /// <param name="roads">From row to column, the depot first.</param>
    /// <param name="isTurned">Whether the stops change their places.</param>
    private static ProblemData Problem(int[] roads, bool isTurned, int? prize = null, Relation? relation = null)
    {
        int[] order = isTurned ? [0, 2, 1] : [0, 1, 2];
        int[] cells = [.. order.SelectMany(from => order.Select(to => roads[(3 * from) + to]))];
        var client = new Client { Demand = default, IsRequired = prize is null, Prize = prize ?? 0 };
        return new ProblemData(
            [new Depot()], [client, client], [new VehicleType { Capacity = new Load(1), MaxStops = 2, MaxDistance = 30 }], cells, cells, rules: new ProblemRules { Relations = relation is null ? [] : [relation] });
    }
}
