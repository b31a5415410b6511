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

    public static TheoryData<string, string> FaultySlots => new()
    {
        { "begins late", "profile.slots" },
        { "out of order", "profile.slots" },
        { "quicker than the least", "profile.slots.least" },
        { "closed for ever", "profile.slots.last" },
        { "long", "problem.matrix.range" },
        { "long at this speed", "vehicle.speed" },
        { "small", "problem.matrix.size" },
        { "speeds", "vehicle.speedPeriods" },
    };

    [Theory]
    [MemberData(nameof(FaultySlots))]
    public void Slots_ThatAreNoDay_AreRefused(string fault, string code)
    {
        static ArcLengths Roads(int cell, int locations = 2) => ArcLengths.OfMatrix([.. Enumerable.Range(0, locations * locations).Select(at => at % (locations + 1) == 0 ? 0 : cell)], locations);
        const int largest = (int)TravelLeg.LargestSlotEntry;
        TravelSlot[] slots = fault switch
        {
            "begins late" => [new(1, Roads(7))],
            "out of order" => [new(0, Roads(5)), new(9, Roads(7)), new(9, Roads(6))],
            "quicker than the least" => [new(0, Roads(5)), new(9, Roads(4))],
            "closed for ever" => [new(0, Roads(5)), new(9, Roads(ProblemData.NoRoad))],
            "long" => [new(0, Roads(5)), new(9, Roads(largest + 1))],
            "long at this speed" => [new(0, Roads(5)), new(9, Roads(largest))],
            "small" => [new(0, Roads(5)), new(9, Roads(7, locations: 1))],
            _ => [new(0, Roads(5)), new(9, Roads(7))],
        };
        var van = new VehicleType
        {
            Capacity = new Load(1),
            Profile = 1,
            SpeedPermille = fault == "long at this speed" ? 900 : 1_000,
            SpeedPeriods = fault == "speeds" ? [new SpeedPeriod(0, 500)] : [],
        };
        ProblemData Problem(IReadOnlyList<TravelSlot> slots) =>
            new([new Depot()], [new Client { Demand = new Load(1) }], [van], Roads(5), Roads(5), rules: new ProblemRules { Profiles = [new TravelProfile(Roads(5), Roads(5)) { Slots = slots }] });

        Codes(() => Problem(slots)).ShouldBe([code]);
        if (van.SpeedPeriods.Count == 0)
            Should.NotThrow(() => Problem([new TravelSlot(0, Roads(ProblemData.NoRoad)), new TravelSlot(9, Roads(7))]));
    }

    public static TheoryData<string, string> Contradictions => new()
    {
        { "skill", "lock.skill" },
        { "both first", "lock.position" },
        { "shipment", "lock.shipment" },
        { "chain of relations", "lock.relation" },
        { "together and apart", "relation.contradiction" },
        { "circle", "relation.contradiction,relation.contradiction" },
        { "sent to alternatives", "lock.alternatives" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Locks_ThatContradictEachOther_AreRefused(string what, string codes)
    {
        var free = new Client { Demand = new Load(1) };
        var shipped = new Client { Demand = default };
        var van = new VehicleType { Capacity = new Load(9) };
        ProblemData Of(Client[] clients, Relation[]? relations = null, Shipment[]? shipments = null, int[]? prefix = null, int[]? alternatives = null)
        {
            var roads = new int[(clients.Length + 1) * (clients.Length + 1)];
            return new ProblemData(
                [new Depot()], clients, [van with { Prefix = prefix ?? [] }, van], roads, roads, shipments, new ProblemRules { Relations = relations ?? [], Alternatives = alternatives is null ? [] : [alternatives] });
        }

        ProblemData Chain(Client middle) => Of([free with { Vehicle = 0 }, middle, free with { Vehicle = 1 }], [new Relation(RelationKind.Together, [0, 1]), new Relation(RelationKind.Sequence, [1, 2])]);
        Func<ProblemData> make = what switch
        {
            "skill" => () => Of([free with { Vehicle = 0, Skills = new SkillRule { All = [7] } }]),
            "both first" => () => Of([free with { Vehicle = 0, Position = StopPosition.First }, free with { Vehicle = 0, Position = StopPosition.First }]),
            "shipment" => () => Of([shipped with { Vehicle = 0 }, shipped with { Vehicle = 1 }], shipments: [new Shipment(0, 1, new Load(1))]),
            "chain of relations" => () => Chain(free),
            "together and apart" => () => Of([free, free], [new Relation(RelationKind.Together, [0, 1]), new Relation(RelationKind.Apart, [1, 0])]),
            "circle" => () => Of([free, free, free], [new Relation(RelationKind.Sequence, [0, 1, 2]), new Relation(RelationKind.Sequence, [2, 0])]),
            _ => () => Of([free, free], prefix: [1, 0], alternatives: [0, 1]),
        };

        string.Join(',', Codes(make)).ShouldBe(codes);
        // The stop in the middle may be left out, and then the two others may go with whom they are locked to.
        Should.NotThrow(() => Chain(free with { IsRequired = false }));
    }

    [Fact]
    public void Costs_ThatCanOverflow_AreRefused() =>
        Codes(() => new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1), SoftWindow = new SoftWindow(new Interval(0, 1), 0, 1L << 40), Windows = [new Interval(0, 1L << 40)] }, new Client { Demand = new Load(1) }],
            [new VehicleType { Capacity = new Load(9) }],
            Matrix,
            Matrix)).ShouldBe(["cost.overflow"]);

    [Fact]
    public void Numbers_OutOfRange_AreRefused()
    {
        var client = new Client { Demand = new Load(1) };
        var type = new VehicleType { Capacity = new Load(9) };
        ProblemData Of(VehicleType vehicle, Depot? depot = null, int[]? durations = null) => new([depot ?? new Depot()], [client, client], [vehicle], Matrix, durations ?? Matrix);

        Codes(() => Of(type with { Start = new Interval(9, 3) })).ShouldBe(["vehicle.start"]);
        Should.NotThrow(() => Of(type with { Start = new Interval(9, 3), Count = 0 }));
        Codes(() => Of(type with { Count = int.MaxValue })).ShouldBe(["vehicle.count"]);
        Codes(() => Of(type, new Depot(new Interval(1L << 62, long.MaxValue)))).ShouldBe(["depot.reloading"]);
        Codes(() => Of(type with { Breaks = [new Break { Duration = 1, MaxLoad = new Load(-1) }] })).ShouldBe(["break.load"]);
        // A hundred times as long as the longest entry allowed would not fit in 32 bits.
        Codes(() => Of(type with { SpeedPermille = 10 }, durations: [0, 1 << 29, 5, 5, 0, 5, 5, 5, 0])).ShouldBe(["vehicle.speed"]);
        Should.NotThrow(() => Of(type with { SpeedPermille = 1_000 }, durations: [0, 1 << 29, 5, 5, 0, 5, 5, 5, 0]));
    }

    [Fact]
    public void Coordinates_ThatAreNoPlaces_AreRefused()
    {
        string[] Refused(double[] x, double[] y, double scale)
        {
            var lengths = ArcLengths.OfCoordinates(x, y, scale, LengthRounding.Nearest);
            var client = new Client { Demand = new Load(1) };
            return [.. Codes(() => new ProblemData([new Depot()], [client, client], [new VehicleType { Capacity = new Load(9) }], lengths, lengths)).Distinct()];
        }

        Refused([0, double.NaN, 2], [0, 1, 2], 1).ShouldBe(["problem.matrix.range"]);
        Refused([0, 1, 2], [0, double.PositiveInfinity, 2], 1).ShouldBe(["problem.matrix.range"]);
        Refused([0, 1, 2], [0, 1, 2], double.NaN).ShouldBe(["problem.matrix.range"]);
        Refused([0, 1, 2], [0, 1, 2], -1).ShouldBe(["problem.matrix.range"]);
        Refused([0, 1, 2], [0, 1], 1).ShouldBe(["problem.matrix.range"]);
    }

    [Fact]
    public void MatrixThatIsNotSquare_IsRefusedBesideTheOtherFaults() =>
        Codes(() => new ProblemData([new Depot()], [new Client { Demand = new Load(-1) }], [new VehicleType { Capacity = new Load(9) }], [0, 1, 1], [0, 1, 1, 0]))
            .ShouldBe(["problem.matrix.size", "client.load"]);

    private static IEnumerable<string> Codes(Func<ProblemData> make) => Should.Throw<InvalidInputException>(make).Problems.Select(problem => problem.Code);
}
