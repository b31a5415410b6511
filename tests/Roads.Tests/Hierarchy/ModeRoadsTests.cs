using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matching;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

/// <summary>Closed roads, learned speeds, slots of the day and prepared files: in each case plain Dijkstra on a graph built for that case alone is the oracle.</summary>
public sealed class ModeRoadsTests
{
    private static readonly RandomNetwork Random = RandomNetwork.Create(31, nodes: 70, ways: 110, points: 30);

    [Fact]
    public void With_ClosedRoads_EqualsANetworkWithoutThem()
    {
        var draw = new Random(5);
        for (var round = 0; round < Draws.Of(15); round++)
        {
            var closed = Enumerable.Range(0, Random.Network.SegmentCount).Where(_ => draw.Next(12) == 0).ToHashSet();
            var conditions = RoadConditions.On(Random.Network, [], closures: [.. closed.Select(segment => Closure(segment))]);

            var roads = Random.Network.With(conditions);

            var graph = roads.HierarchyFor(TravelMode.Van).Graph;
            graph.ArcCosts.Index().Where(pair => closed.Contains(graph.Arcs[pair.Index] >> 1)).ShouldAllBe(pair => pair.Item == PathCost.Limit);
            ShouldEqualPlainSearch(roads, TravelMode.Van, graph, $"round {round}");
        }
    }

    [Fact]
    public void With_OneDirectionClosed_LeavesTheOtherOpen()
    {
        var builder = new RoadNetworkBuilder();
        var nodes = Enumerable.Range(0, 4).Select(i => builder.AddNode(new GeoPoint(0.01 * (i % 2), 0.01 * (i / 2)))).ToArray();
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(0, 1), (1, 3), (3, 2), (2, 0)])
            builder.AddWay(new RoadWay { Nodes = [nodes[from], nodes[to]], Class = RoadClass.Residential });
        var network = builder.Build().With(FreeTurns.For(TravelMode.Car));
        GeoPoint west = new(0.004, 0);
        GeoPoint east = new(0.006, 0);
        var eastward = new AccessRule(0, SegmentDirections.Forward, TravelModes.All, Allows: false, 0, Schedule: null);

        var matrix = new TravelMatrixBuilder(network.With(RoadConditions.On(network, [], closures: [eastward]))).Compute([west, east], TravelMode.Car);

        // A fifth of the side back; forth the other way round: four sides of 1,111.95 m less that fifth.
        matrix.DistanceBetween(1, 0).Meters.ShouldBeInRange(221, 223);
        matrix.DistanceBetween(0, 1).Meters.ShouldBeInRange(4223, 4229);
    }

    [Fact]
    public void ComputeDay_EachSlot_EqualsPlainSearchAtItsSpeeds()
    {
        var network = Random.Network;
        var day = new TravelMatrixBuilder(network).ComputeDay(Random.Points, TravelMode.Van);

        day.SlotStarts.ShouldBe(TravelProfile.Van.SlotStarts);
        day.SlotCount.ShouldBeGreaterThan(2);
        for (var slot = 0; slot < day.SlotCount; slot++)
        {
            var times = new ArcTimes([.. Enumerable.Range(0, 2 * network.SegmentCount)
                .Select(arc => TravelProfile.Van.MillisecondsAlong(network.Tables, arc >> 1, (arc & 1) == 0, slot))]);
            var graph = TurnGraphBuilder.Build(network.Tables, TravelProfile.Van, times);
            ShouldEqual(day.Matrices[slot], graph, network, TravelMode.Van, $"slot {slot}");
            day.Matrices[slot].Source.ShouldContain($"{day.SlotStarts[slot]:HH:mm}");
        }

        day.Matrices[1].Seconds.SequenceEqual(day.Matrices[2].Seconds).ShouldBeFalse();
    }

    [Fact]
    public void ComputeDay_TurnForbiddenAtSomeHours_IsForbiddenInTheirSlotsOnly()
    {
        // A cross: from the west, turning south is forbidden while the morning's slot lasts; the way round leads over the north-eastern block.
        var builder = new RoadNetworkBuilder();
        var at = new Dictionary<string, int>();
        foreach (var (name, x, y) in (ReadOnlySpan<(string, int, int)>)[("W", -1, 0), ("M", 0, 0), ("E", 1, 0), ("S", 0, -1), ("SE", 1, -1)])
            at.Add(name, builder.AddNode(new GeoPoint(0.01 * x, 0.01 * y)));
        int Road(string from, string to) => builder.AddWay(new RoadWay { Nodes = [at[from], at[to]], Class = RoadClass.Residential });
        var (west, _, south, _, _) = (Road("W", "M"), Road("M", "E"), Road("M", "S"), Road("E", "SE"), Road("SE", "S"));
        var (start, end) = (TravelProfile.Van.SlotStarts[1], TravelProfile.Van.SlotStarts[2]);
        var hours = new WeeklySchedule([.. Enumerable.Range(0, 7).SelectMany(day => new[] { (day * 1440) + Minute(start), (day * 1440) + Minute(end) })]);
        builder.AddRestriction(new WayRestriction(false, west, at["M"], [], south, TravelModes.Motor) { Schedule = hours });
        var network = builder.Build();
        GeoPoint[] points = [new(-0.005, 0), new(0, -0.005)];

        var builderOfMatrices = new TravelMatrixBuilder(network);
        var day = builderOfMatrices.ComputeDay(points, TravelMode.Van);

        for (var slot = 0; slot < day.SlotCount; slot++)
        {
            var expected = slot == 1 ? (2 * 556) + (3 * 1112) : 2 * 556;
            day.Matrices[slot].DistanceBetween(0, 1).Meters.ShouldBeInRange(expected - 5, expected + 5, $"slot {slot}");
        }

        builderOfMatrices.Compute(points, TravelMode.Van).DistanceBetween(0, 1).Meters.ShouldBeInRange(1109, 1115);

        static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
    }

    [Fact]
    public void Refresh_AfterAPointMovedAndARoadClosed_EqualsTheWholeMatrixInThatRowAndColumn()
    {
        var points = Random.Points.ToArray();
        var before = new TravelMatrixBuilder(Random.Network).Compute(points, TravelMode.Car);
        points[7] = new GeoPoint(points[7].Longitude + 0.003, points[7].Latitude - 0.002);
        var roads = Random.Network.With(RoadConditions.On(Random.Network, [], closures: [Closure(3), Closure(11)]));
        var builder = new TravelMatrixBuilder(roads);

        var refreshed = builder.Refresh(before, points, 7, TravelMode.Car);

        var whole = builder.Compute(points, TravelMode.Car);
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++)
            {
                var expected = i == 7 || j == 7 ? whole : before;
                var cell = (i * points.Length) + j;
                (refreshed.Seconds[cell], refreshed.Meters[cell]).ShouldBe((expected.Seconds[cell], expected.Meters[cell]), $"{i} to {j}");
            }
        }
    }

    [Fact]
    public void With_LearnedSpeeds_SlowsTheirSegmentsAlone()
    {
        var network = Random.Network;
        var hierarchy = network.HierarchyFor(TravelMode.Car);
        var arc = hierarchy.Graph.Arcs[^1];
        var learned = ((IReadOnlyList<LearnedSpeed>)[new LearnedSpeed(arc >> 1, (arc & 1) == 0, 0.5, 9)]).ToFactors(network);

        var slowed = network.With(RoadConditions.On(network, [], learned)).HierarchyFor(TravelMode.Car).Graph;

        for (var vertex = 0; vertex < slowed.VertexCount; vertex++)
        {
            var (was, now) = (new PathCost(hierarchy.Graph.ArcCosts[vertex]), new PathCost(slowed.ArcCosts[vertex]));
            now.Centimeters.ShouldBe(was.Centimeters);
            ((double)now.Milliseconds).ShouldBe(was.Milliseconds * (slowed.Arcs[vertex] == arc ? 2 : 1), 1);
        }
    }

    [Fact]
    public void Load_PreparedProfiles_AreThoseThatWereSaved()
    {
        using var file = new TemporaryFile(".roads");
        Random.Network.Prepare();
        Random.Network.Save(file.Path);

        var loaded = RoadNetwork.Load(file.Path);

        loaded.PreparedSections().Count.ShouldBe(Enum.GetValues<TravelMode>().Length);
        foreach (var mode in Enum.GetValues<TravelMode>())
        {
            var (saved, read) = (Random.Network.HierarchyFor(mode), loaded.HierarchyFor(mode));
            read.Graph.Arcs.ShouldBe(saved.Graph.Arcs);
            read.Graph.TurnSteps.ShouldBe(saved.Graph.TurnSteps);
            read.Weights.Out.ShouldBe(saved.Weights.Out);
            read.Weights.In.ShouldBe(saved.Weights.In);
            ShouldEqualPlainSearch(loaded, mode, saved.Graph, mode.ToString());
        }
    }

    [Fact]
    public void With_ProfileOfOtherTurnCosts_DoesNotTakeWhatWasPreparedForTheFirst()
    {
        using var file = new TemporaryFile(".roads");
        Random.Network.Prepare(TravelMode.Car);
        Random.Network.Save(file.Path);

        var free = RoadNetwork.Load(file.Path).With(FreeTurns.For(TravelMode.Car));

        ShouldEqualPlainSearch(free, TravelMode.Car, Random.Network.With(FreeTurns.For(TravelMode.Car)).HierarchyFor(TravelMode.Car).Graph, "free turns");
    }

    [Fact]
    public void With_ProfileAfterConditions_KeepsThem()
    {
        var closures = RoadConditions.On(Random.Network, [], closures: [.. Enumerable.Range(0, 12).Select(Closure)]);
        var profile = FreeTurns.For(TravelMode.Car);

        var conditionsFirst = Random.Network.With(closures).With(profile);

        var profileFirst = Random.Network.With(profile).With(closures);
        conditionsFirst.HierarchyFor(TravelMode.Car).Graph.ArcCosts.ShouldBe(profileFirst.HierarchyFor(TravelMode.Car).Graph.ArcCosts);
        conditionsFirst.HierarchyFor(TravelMode.Car).Graph.ArcCosts.ShouldNotBe(Random.Network.With(profile).HierarchyFor(TravelMode.Car).Graph.ArcCosts);
    }

    [Fact]
    public void With_ConditionsOfAnotherNetwork_Throws()
    {
        using var file = new TemporaryFile(".roads");
        Random.Network.Save(file.Path);
        var conditions = RoadConditions.On(Random.Network, [], closures: [Closure(0)]);

        Should.Throw<ArgumentException>(() => RandomNetwork.Create(32).Network.With(conditions));
        RoadNetwork.Load(file.Path).With(conditions).HierarchyFor(TravelMode.Car).Graph.IsOpen(0).ShouldBeFalse();
        RandomNetwork.Create(32).Network.With(RoadConditions.None).SegmentCount.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void On_ClosureOfASegmentThatIsNotThere_Throws(int segment) =>
        Should.Throw<ArgumentException>(() => RoadConditions.On(Random.Network, [], closures: [Closure(segment)]));

    [Fact]
    public void Load_AskedForAnotherProfileFirst_KeepsWhatIsPreparedForItsOwn()
    {
        using var file = new TemporaryFile(".roads");
        Random.Network.Prepare();
        Random.Network.Save(file.Path);
        var loaded = RoadNetwork.Load(file.Path);

        _ = loaded.With(FreeTurns.For(TravelMode.Car)).HierarchyFor(TravelMode.Car);

        loaded.PreparedSections().Keys.ShouldContain(PreparedFormat.NameFor(TravelProfile.Car));
    }

    [Fact]
    public void HierarchyFor_ManyThreadsAtOnce_IsWorkedOutOnce()
    {
        var network = RandomNetwork.Create(33).Network;
        var found = new RoadHierarchy[16];

        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = found.Length }, i => found[i] = network.HierarchyFor(TravelMode.Van));

        found.ShouldAllBe(hierarchy => ReferenceEquals(hierarchy, found[0]));
    }

    private static AccessRule Closure(int segment) => new(segment, SegmentDirections.Both, TravelModes.All, Allows: false, 0, Schedule: null);

    private static void ShouldEqualPlainSearch(RoadNetwork network, TravelMode mode, TurnGraph graph, string what) =>
        ShouldEqual(new TravelMatrixBuilder(network).Compute(Random.Points, mode), graph, network, mode, what);

    private static void ShouldEqual(TravelMatrix matrix, TurnGraph graph, RoadNetwork network, TravelMode mode, string what)
    {
        var search = new TurnSearch(graph);
        RoadPosition[] positions = [.. Random.Points.Select(point => RoadPosition.Of(network.Tables, graph, network.Snap(point, mode)))];
        for (var i = 0; i < positions.Length; i++)
        {
            search.Run(positions[i]);
            for (var j = 0; j < positions.Length; j++)
            {
                var cost = i == j ? default : search.CostTo(positions[i], positions[j]);
                var cell = (i * positions.Length) + j;
                (matrix.Seconds[cell], matrix.Meters[cell]).ShouldBe(
                    cost.IsReached ? (cost.Seconds, cost.Meters) : (TravelMatrix.Unreachable, TravelMatrix.Unreachable), $"{what}: {i} to {j}");
            }
        }
    }
}
