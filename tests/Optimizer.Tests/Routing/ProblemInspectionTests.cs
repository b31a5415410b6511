using Territory.Model.Problems;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Routing;

public sealed class ProblemInspectionTests
{
    private static readonly int[] Matrix = [0, 5, 5, 5, 0, 5, 5, 5, 0];

    [Fact]
    public void Problem_WithManyFaults_IsRefusedWithEachOfThemAndItsPlace()
    {
        var refused = Should.Throw<InvalidInputException>(() => new ProblemData(
            [new Depot()],
            [
                new Client { Demand = new Load(-1), Windows = [new Interval(9, 3)], ServiceByType = [1, 2] },
                new Client { Demand = new Load(1), Priority = 101, Vehicle = 4, Release = -2 },
            ],
            [new VehicleType { Capacity = new Load(1), EndDepot = 1, Profile = 1, CostPerDistance = -1, Breaks = [new Break { Duration = -5 }] }],
            [0, -5, 5, 5, 0, 5, 5, 5, 0],
            Matrix,
            [new Shipment(0, 7, new Load(1))],
            new ProblemRules { Relations = [new Relation(RelationKind.Apart, [0, 0])], Alternatives = [[1], [1]] }));

        refused.Problems.Select(problem => problem.Field).ShouldBe(
            [
                ".distances", "clients[0]", "clients[0].windows", "clients[0].serviceByType", "clients[1].priority", "clients[1].vehicle", "clients[1].release",
                "vehicleTypes[0]", "vehicleTypes[0].profile", "vehicleTypes[0].costPerDistance", "vehicleTypes[0].breaks",
                "shipments[0].delivery", "relations[0]", "alternatives[1]",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Locks_ThatContradict_AreRefused()
    {
        ProblemData Locked(Client first, Client second, IReadOnlyList<int> prefix, RelationKind kind) => new(
            [new Depot()],
            [first, second],
            [new VehicleType { Capacity = new Load(9), Prefix = prefix }, new VehicleType { Capacity = new Load(9) }],
            Matrix,
            Matrix,
            null,
            new ProblemRules { Relations = [new Relation(kind, [0, 1])] });
        var free = new Client { Demand = new Load(1) };

        Codes(() => Locked(free with { Vehicle = 0 }, free with { Vehicle = 1 }, [], RelationKind.Together)).ShouldBe(["lock.relation"]);
        Codes(() => Locked(free with { Vehicle = 1 }, free with { Vehicle = 1 }, [], RelationKind.Apart)).ShouldBe(["lock.relation"]);
        Codes(() => Locked(free with { Vehicle = 1 }, free, [0], RelationKind.Together)).ShouldBe(["lock.vehicle"]);
        Codes(() => Locked(free with { Skills = new SkillRule { All = [1] } }, free, [0], RelationKind.Together)).ShouldBe(["lock.skill"]);
        Should.NotThrow(() => Locked(free with { Vehicle = 0 }, free, [0], RelationKind.Together));
    }

    [Fact]
    public void Costs_ThatCanOverflow_AreRefused() =>
        Codes(() => new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1), SoftWindow = new SoftWindow(new Interval(0, 1), 0, 1L << 40), Windows = [new Interval(0, 1L << 40)] }, new Client { Demand = new Load(1) }],
            [new VehicleType { Capacity = new Load(9) }],
            Matrix,
            Matrix)).ShouldBe(["cost.overflow"]);

    private static IEnumerable<string> Codes(Func<ProblemData> make) => Should.Throw<InvalidInputException>(make).Problems.Select(problem => problem.Code);
}
