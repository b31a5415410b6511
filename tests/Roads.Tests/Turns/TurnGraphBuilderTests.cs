using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>Expectations are sums of ten seconds a street and seven for turning round, worked out by hand beside each map.</summary>
public sealed class TurnGraphBuilderTests
{
    private const int UTurn = Streets.UTurn;

    /// <summary>A cross: from the middle one street in each direction, all of them dead ends.</summary>
    private static Streets Cross(TurnCosts? costs = null) =>
        new Streets(".N.", "WME", ".S.") { Costs = costs ?? new TurnCosts { UTurnMilliseconds = UTurn } }.With("WM", "ME", "NM", "MS");

    [Fact]
    public void Build_RandomNetworks_ContainWhatOneCanTravelToAndFro()
    {
        for (var seed = 1; seed <= Draws.Of(150); seed++)
        {
            var random = RandomTurns.Create(seed);
            var kept = Enumerable.Range(0, 2 * random.Network.SegmentCount).Where(arc => random.Graph.VertexOfArc[arc] >= 0).ToHashSet();

            new HistoryPaths(random.Network, random.Profile, random.Costs, random.Times).Networks()
                .Count(network => network.Arcs.SetEquals(kept)).ShouldBe(1, $"seed {seed}");
        }
    }

    /// <summary>B cannot be passed from A, so it is the other way round: half BA, AD, DC, half CB.</summary>
    [Fact]
    public void Build_ForbiddenTurnOnTheOnlyWay_GoesRoundTheOtherSide()
    {
        var streets = new Streets("ABC", ".D.").With("AB", "BC", "AD", "DC").No("AB", "BC");

        streets.Cost("AB", 0.5, "BC", 0.5).ShouldBe(30_000);
        streets.Cost("BC", 0.5, "AB", 0.5).ShouldBe(10_000);
        streets.Way("AB", 0.5, "BC", 0.5).ShouldBe("BA AD DC CB");

        // Whoever has just come to the sign has no way on and turns round before it: half EA, AB, BA, AD, DC, half CB.
        var only = new Streets("EABC", "..D.").With(">EA", "AB", "BC", "AD", "DC", "DE").No("AB", "BC").Only("EA", "AB");
        only.Cost("EA", 0.5, "BC", 0.5).ShouldBe(50_000 + UTurn);
    }

    /// <summary>To the north one has to go on to the east and turn round in the dead end.</summary>
    [Fact]
    public void Build_OnlyStraightOn_LeavesNoOtherTurn()
    {
        var streets = Cross().Only("WM", "ME");

        streets.Cost("WM", 0.5, "ME", 0.5).ShouldBe(10_000);
        streets.Cost("WM", 0.5, "NM", 0.5).ShouldBe(30_000 + UTurn);
        streets.Cost("NM", 0.5, "WM", 0.5).ShouldBe(10_000);
        streets.Way("WM", 0.5, "NM", 0.5).ShouldBe("WM ME EM MN");
    }

    [Fact]
    public void Build_SeveralMandatoryTurns_AnyOfThemMayBeTaken()
    {
        var streets = Cross().Only("WM", "ME").Only("WM", "MS");

        streets.Cost("WM", 0.5, "ME", 0.5).ShouldBe(10_000);
        streets.Cost("WM", 0.5, "MS", 0.5).ShouldBe(10_000);
        streets.Cost("WM", 0.5, "NM", 0.5).ShouldBe(30_000 + UTurn);
    }

    /// <summary>Round the block from V into X: on to M and back where one may turn round there, on to the dead end E and back where one may not.</summary>
    [Fact]
    public void Build_UTurns_AreWhereTheModeAndTheSignsAllowThem()
    {
        var anywhere = new TurnCosts { UTurnMilliseconds = UTurn, AllowsUTurns = true };

        Corner().Cost("VW", 0.5, "WX", 0.5).ShouldBe(50_000 + UTurn);
        Corner(anywhere).Cost("VW", 0.5, "WX", 0.5).ShouldBe(30_000 + UTurn);
        Corner(anywhere).NoUTurn("WM", 'M').Cost("VW", 0.5, "WX", 0.5).ShouldBe(50_000 + UTurn);
        Corner(anywhere).NoUTurn("WM", 'W').Cost("VW", 0.5, "WX", 0.5).ShouldBe(30_000 + UTurn);

        static Streets Corner(TurnCosts? costs = null) => new Streets("VWME", ".X..") { Costs = costs ?? new TurnCosts { UTurnMilliseconds = UTurn } }
            .With("VW", "WM", "ME", "WX").Only("VW", "WM");
    }

    /// <summary>From A over B, C and D one may not go on to E, so it is round by G; who comes from F or begins on the way between may.</summary>
    [Fact]
    public void Build_RestrictionOverTwoWays_BindsThoseWhoCameItsWay()
    {
        var streets = new Streets("ABCDE", ".F.G.").With("AB", "BC", "CD", "DE", "FB", "DG", "GE").No("AB", "BC", "CD", "DE");

        streets.Cost("AB", 0.5, "DE", 0.5).ShouldBe(50_000);
        streets.Way("AB", 0.5, "DE", 0.5).ShouldBe("AB BC CD DG GE ED");
        streets.Cost("FB", 0.5, "DE", 0.5).ShouldBe(30_000);
        streets.Cost("BC", 0.5, "DE", 0.5).ShouldBe(20_000);
        streets.Cost("AB", 0.5, "CD", 0.5).ShouldBe(20_000);
        streets.Cost("DE", 0.5, "AB", 0.5).ShouldBe(30_000);
    }

    /// <summary>Without the way by G the vehicle from A first turns round in the dead end F, which the sign does not ask about.</summary>
    [Fact]
    public void Build_RestrictionOverTwoWays_IsEscapedByComingFromElsewhere()
    {
        var streets = new Streets("ABCDE", ".F.G.").With("AB", "BC", "CD", "DE", "FB", "DG").No("AB", "BC", "CD", "DE");

        streets.Cost("AB", 0.5, "DE", 0.5).ShouldBe(50_000 + UTurn);
        streets.Way("AB", 0.5, "DE", 0.5).ShouldBe("AB BF FB BC CD DE");
    }

    /// <summary>Over the same street BC those from A may not go on to D and those from F not to H: each turns round in the other's dead end.</summary>
    [Fact]
    public void Build_TwoRestrictionsOverOneWay_EachBindsItsOwn()
    {
        var streets = new Streets("ABCD", ".FH.").With("AB", "BC", "CD", "FB", "CH").No("AB", "BC", "CD").No("FB", "BC", "CH");

        streets.Cost("AB", 0.5, "CH", 0.5).ShouldBe(20_000);
        streets.Cost("FB", 0.5, "CD", 0.5).ShouldBe(20_000);
        streets.Cost("AB", 0.5, "CD", 0.5).ShouldBe(40_000 + UTurn);
        streets.Cost("FB", 0.5, "CH", 0.5).ShouldBe(40_000 + UTurn);
    }

    /// <summary>Only on to D for those from A over B; those from F may also turn to H, and those from A may turn off at B already.</summary>
    [Fact]
    public void Build_MandatoryTurnOverAWay_BindsAtItsEndThoseWhoCameItsWay()
    {
        var streets = new Streets("ABCD", ".FH.").With("AB", "BC", "CD", "FB", "CH").Only("AB", "BC", "CD");

        streets.Cost("AB", 0.5, "CD", 0.5).ShouldBe(20_000);
        streets.Cost("AB", 0.5, "CH", 0.5).ShouldBe(40_000 + UTurn);
        streets.Cost("FB", 0.5, "CH", 0.5).ShouldBe(20_000);
        streets.Cost("AB", 0.5, "FB", 0.5).ShouldBe(10_000);
    }

    /// <summary>All who come to the one-way street BC come from A and may not turn to D; who begins on it may. It stays a place to begin and to arrive at.</summary>
    [Fact]
    public void Build_StreetReachedOnlyTheRestrictedWay_CanStillBeBegunOn()
    {
        var streets = new Streets("ABCEX", "..D..").With("AB", ">BC", "CE", "CD", "EA", "DA", "EX").No("AB", "BC", "CD");

        streets.Contains("BC").ShouldBeTrue();
        streets.Cost("BC", 0.5, "CD", 0.5).ShouldBe(10_000);
        streets.Cost("AB", 0.5, "BC", 0.5).ShouldBe(10_000);
        streets.Cost("AB", 0.5, "CD", 0.5).ShouldBe(50_000);
        streets.Way("AB", 0.5, "CD", 0.5).ShouldBe("AB BC CE EA AD DC");

        // Back to the beginning of a one-way street: CD, DA, AB.
        streets.Cost("BC", 0.5, "BC", 0.25).ShouldBe(5_000 + 30_000 + 2_500);
        streets.Way("BC", 0.5, "BC", 0.25).ShouldBe("BC CD DA AB BC");
    }

    [Fact]
    public void Build_SignsThatForbidEverything_LeaveTheStreetOut()
    {
        var contradiction = Cross().Only("WM", "ME").No("WM", "ME");
        var all = Cross().No("WM", "ME").No("WM", "NM").No("WM", "MS");

        foreach (var streets in (Streets[])[contradiction, all])
        {
            streets.Contains("WM").ShouldBeFalse();
            streets.Contains("MW").ShouldBeFalse();
            streets.Cost("WM", 0.5, "ME", 0.5).ShouldBeNull();
            streets.Cost("NM", 0.5, "WM", 0.5).ShouldBeNull();
            streets.Cost("NM", 0.5, "ME", 0.5).ShouldBe(10_000);
        }
    }

    [Fact]
    public void Build_SignsForOtherModes_DoNotBindPeopleOnFoot() =>
        new Streets("ABC", ".D.") { Mode = TravelMode.Foot }.With("AB", "BC", "AD", "DC").No("AB", "BC").Cost("AB", 0.5, "BC", 0.5).ShouldBe(10_000);

    /// <summary>At a barrier a vehicle can but turn round.</summary>
    [Fact]
    public void Build_Barrier_StopsThoseItIsFor()
    {
        var streets = new Streets("ABC", ".D.").With("AB", "BC", "AD", "DC").Barrier('B');
        var onFoot = new Streets("ABC", ".D.") { Mode = TravelMode.Foot }.With("AB", "BC", "AD", "DC").Barrier('B');

        streets.Cost("AB", 0.5, "BC", 0.5).ShouldBe(30_000);
        streets.Way("AB", 0.5, "BC", 0.5).ShouldBe("BA AD DC CB");
        onFoot.Cost("AB", 0.5, "BC", 0.5).ShouldBe(10_000);
        new Streets("ABC").With(">AB", "BC").Barrier('B').Contains("AB").ShouldBeFalse();
    }

    /// <summary>A sign sends the vehicle from A into the dead end D, from where it goes on.</summary>
    [Fact]
    public void Build_DeadEnd_IsTurnedRoundIn()
    {
        var streets = new Streets("AB", "CD").With(">AB", ">BC", ">CA", "BD").Only("AB", "BD");

        streets.Cost("AB", 0.5, "BC", 0.5).ShouldBe(5_000 + 10_000 + UTurn + 10_000 + 5_000);
        streets.Cost("BD", 0.5, "BD", 0.25).ShouldBe(2_500);
    }

    /// <summary>Round a loop the near end is ahead: one second to the end and one from the beginning.</summary>
    [Theory]
    [InlineData("BXYB")]
    [InlineData(">BXYB")]
    public void Build_Loop_IsDrivenRound(string loop)
    {
        var streets = new Streets("ABX", ".Y.").With("AB", loop);

        streets.Cost("BXYB", 0.9, "BXYB", 0.1).ShouldBe(2_000);
        streets.Way("BXYB", 0.9, "BXYB", 0.1).ShouldBe("BXYB BXYB");
        streets.Cost("AB", 0.5, "BXYB", 0.9).ShouldBe(loop[0] == '>' ? 14_000 : 6_000);
    }

    /// <summary>Both ends of a loop come to the corner, and a sign there means whoever comes along it, either way round.</summary>
    [Fact]
    public void Build_RestrictionFromOrToALoop_MeansBothItsDirections()
    {
        var notAgain = new Streets("ABX", ".Y.").With("AB", ">BXYB").No("BXYB", "BXYB");
        notAgain.Cost("BXYB", 0.9, "BXYB", 0.1).ShouldBe(1_000 + 10_000 + UTurn + 10_000 + 1_000);

        var notInto = new Streets("ABX", "CY.").With("AB", "BXYB", "CB").No("AB", "BXYB");
        notInto.Cost("AB", 0.5, "BXYB", 0.1).ShouldBe(5_000 + 10_000 + UTurn + 10_000 + 1_000);
        notInto.Cost("AB", 0.5, "BXYB", 0.9).ShouldBe(5_000 + 10_000 + UTurn + 10_000 + 1_000);

        var onlyBack = new Streets("ABX", "CY.").With("AB", "BXYB", "CB").Only("BXYB", "AB");
        onlyBack.Cost("BXYB", 0.9, "CB", 0.5).ShouldBe(1_000 + 10_000 + UTurn + 10_000 + 5_000);
        onlyBack.Cost("BXYB", 0.1, "CB", 0.5).ShouldBe(1_000 + 10_000 + UTurn + 10_000 + 5_000);
    }

    /// <summary>Straight to 30 degrees and full price at 90: 45 degrees cost a quarter, 135 degrees seven quarters; left is across the traffic.</summary>
    [Fact]
    public void Build_TurnCosts_GrowWithTheAngle()
    {
        var costs = new TurnCosts { StraightDegrees = 30, NearSideMilliseconds = 3_000, FarSideMilliseconds = 5_000, UTurnMilliseconds = UTurn };
        Cross(costs).Cost("WM", 0.5, "ME", 0.5).ShouldBe(10_000);
        Cross(costs).Cost("WM", 0.5, "MS", 0.5).ShouldBe(13_000);
        Cross(costs).Cost("WM", 0.5, "NM", 0.5).ShouldBe(15_000);

        var fork = new Streets("..D", "WME") { Costs = costs }.With("WM", "ME", "MD");
        fork.Cost("WM", 0.5, "MD", 0.5).ShouldBe(10_000 + 1_250);
        fork.Cost("MD", 0.5, "WM", 0.5).ShouldBe(10_000 + 750);
        fork.Cost("MD", 0.5, "ME", 0.5).ShouldBe(10_000 + 8_750);
        fork.Cost("ME", 0.5, "MD", 0.5).ShouldBe(10_000 + 5_250);

        new Streets(".N", "WM") { Costs = costs }.With("WM", "NM").Cost("WM", 0.5, "NM", 0.5).ShouldBe(10_000, "a bend in one road");
    }

    [Fact]
    public void Build_Signals_CostEveryoneWhoPasses()
    {
        var streets = Cross(new TurnCosts { SignalMilliseconds = 4_000, UTurnMilliseconds = UTurn, }).Signal('M');

        streets.Cost("NM", 0.5, "MS", 0.5).ShouldBe(14_000);
        streets.Cost("NM", 0.5, "ME", 0.5).ShouldBe(14_000);
        streets.Cost("NM", 0.5, "NM", 0.75).ShouldBe(2_500);
    }

    /// <summary>Six days and five hours are the longest time a cost can hold; a ferry that takes longer would make sums overflow into negative ones.</summary>
    [Theory]
    [InlineData((1 << 29) - 1, true)]
    [InlineData(1 << 29, false)]
    [InlineData(int.MaxValue, false)]
    public void Build_StreetThatTakesLongerThanACostCanHold_IsClosed(int milliseconds, bool isOpen)
    {
        var network = new Streets("ABCD").With("AB", "BC", "CD").Network;
        var times = new ArcTimes([10_000, 10_000, 10_000, 10_000, milliseconds, milliseconds]);

        var graph = TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, times, new TurnCosts { UTurnMilliseconds = UTurn });

        graph.Contains(1).ShouldBeTrue();
        graph.Contains(2).ShouldBe(isOpen);
        var source = new PlaceOnRoad(0, 0.5).In(network.Tables, graph);
        var target = new PlaceOnRoad(2, 1).In(network.Tables, graph);
        var search = new TurnSearch(graph);
        search.Run(source);
        search.CostTo(source, target).IsReached.ShouldBeFalse();
        new PointSearch(RoadHierarchy.Prepare(graph)).Cost(source, target).IsReached.ShouldBeFalse();
        new PointSearch(RoadHierarchy.Prepare(graph)).Cost(source, new PlaceOnRoad(1, 1).In(network.Tables, graph)).Milliseconds.ShouldBe(15_000);
    }

    /// <summary>Each road at a corner turns into each other: what no map has is refused before it fills the memory.</summary>
    [Fact]
    public void Build_TooManyRoadsAtOneCorner_IsRefused()
    {
        Star(Junctions.MostRoads).ComponentSizes.ShouldBe([2 * Junctions.MostRoads]);

        var refusal = Should.Throw<InvalidInputException>(() => Star(Junctions.MostRoads + 1));

        refusal.Problems.ShouldHaveSingleItem().Code.ShouldBe("roads.junction.size");

        static TurnGraph Star(int roads)
        {
            var builder = new RoadNetworkBuilder();
            builder.AddNode(new GeoPoint(0, 0));
            for (var i = 0; i < roads; i++)
                builder.AddWay(new RoadWay { Nodes = [0, builder.AddNode(new GeoPoint(0.001, i * 0.00001))], Class = RoadClass.Residential });
            var network = builder.Build();
            return TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, new ArcTimes([.. Enumerable.Repeat(1, 2 * roads)]), TurnCosts.None);
        }
    }

    /// <summary>Costs below nothing would make the best way one that never ends, straight angles of 90 degrees leave no bend to share the price over.</summary>
    [Fact]
    public void Build_SenselessTurnCosts_Throws()
    {
        var network = new Streets("AB").With("AB").Network;
        var times = new ArcTimes([1, 1]);
        TurnCosts[] senseless =
        [
            new() { StraightDegrees = 90 },
            new() { StraightDegrees = -1 },
            new() { NearSideMilliseconds = -1 },
            new() { FarSideMilliseconds = int.MaxValue },
            new() { SignalMilliseconds = -5 },
            new() { UTurnMilliseconds = TurnCosts.MostMilliseconds + 1 },
        ];

        foreach (var costs in senseless)
            Should.Throw<ArgumentOutOfRangeException>(() => TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, times, costs), costs.ToString());
        TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, times, new TurnCosts { StraightDegrees = 89, UTurnMilliseconds = TurnCosts.MostMilliseconds }).VertexCount.ShouldBe(2);
    }
}
