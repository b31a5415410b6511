using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Several depots and vehicles that are told apart, in VRPLIB. Depots at 0 and 10 of a line, stops at 1, 2 and 9.</summary>
public sealed class VrplibFleetsTests
{
    private const string Text = """
        NAME: depots
        TYPE: MDVRP
        DIMENSION: 5
        VEHICLES: 3
        EDGE_WEIGHT_TYPE: EUC_2D
        NODE_COORD_SECTION
        1 0 0
        2 10 0
        3 1 0
        4 2 0
        5 9 0
        DEMAND_SECTION
        1 0
        2 0
        3 4
        4 3
        5 2
        CAPACITY_SECTION
        1 8
        2 8
        3 5
        VEHICLES_MAX_DURATION: 30
        SERVICE_TIME: 5
        VEHICLES_DEPOT_SECTION
        1 1
        2 1
        3 2
        DEPOT_SECTION
        1
        # The second depot.
        2
        -1
        EOF
        """;

    [Fact]
    public void Read_SeveralDepots_AreFleetsInTheOrderOfTheirVehicles()
    {
        var instance = Read(Text);

        instance.Rounding.ShouldBe(RoundingRule.Exact);
        instance.DepotCount.ShouldBe(2);
        instance.ClientCount.ShouldBe(3);
        instance.Fleets.ShouldBe([new InstanceFleet(2, 8, 30) { Depot = 0 }, new InstanceFleet(1, 5, 30) { Depot = 1 }]);
        instance.FleetOfVehicle.ShouldBe([0, 0, 1]);
        instance.Stops.Select(stop => stop.X).ShouldBe([0, 1, 2, 9, 10]);
        instance.Stops.Select(stop => stop.Service).ShouldBe([0, 5, 5, 5, 0]);
        (instance.NumberOf(1), instance.NumberOfDepot(1)).ShouldBe((2, 1));
    }

    [Fact]
    public void Read_ExplicitWeights_AreThoseOfTheNodes()
    {
        var explicitText = Text.Replace("EDGE_WEIGHT_TYPE: EUC_2D", "EDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX", StringComparison.Ordinal)
            .Replace("CAPACITY_SECTION", "EDGE_WEIGHT_SECTION\n0 12 13 14 15\n21 0 23 24 25\n31 32 0 34 35\n41 42 43 0 45\n51 52 53 54 0\nCAPACITY_SECTION", StringComparison.Ordinal);

        // From depot 2 over nodes 5 and 3 home.
        SolutionChecker.Check(Read(explicitText), Solution("Route #3: 4 2\n", Read(explicitText))).Distance.ShouldBe(25 + 53 + 32);
    }

    [Fact]
    public void Solution_OfPublishedForm_IsOfTheVehicleWithItsNumber()
    {
        var instance = Read(Text);

        var solution = Solution("Route #1: 2 3\nRoute #2:\nRoute #3: 4\nCost: 6\n", instance);

        solution.Routes.ShouldBe([[1, 2], [3]]);
        solution.Fleets.ShouldBe([0, 1]);
        SolutionChecker.Check(instance, solution).Violations.ShouldBeEmpty();
        RouteListFile.Format(solution, instance).ShouldBe("Route #1: 2 3\nRoute #2:\nRoute #3: 4\nCost 6\n");
    }

    [Fact]
    public void Solution_BeginningWithItsDepot_IsOfAVehicleOfThatDepot()
    {
        var instance = Read(Text);

        var solution = Solution("Route #1: 1 4\nRoute #2: 0 2 3\nCost 6\n", instance);

        solution.Routes.ShouldBe([[3], [1, 2]]);
        solution.Fleets.ShouldBe([1, 0]);
        SolutionChecker.Check(instance, solution).Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Route #1: 2 3\nRoute #3: 4\nCost 7\n", "cost", null, null)]
    [InlineData("Route #1: 2 3\nRoute #3: 4 4\n", "twice", null, 4L)]
    [InlineData("Route #1: 2 3\n", "missing", null, 4L)]
    [InlineData("Route #1: 2 3\nRoute #3: 4 5\n", "unknown", 2, 5L)]
    [InlineData("Route #1: 2\nRoute #3: 4 3\n", "duration", 2, null)]
    [InlineData("Route #1: 2\nRoute #3: 2 4\n", "capacity", 2, null)]
    [InlineData("Route #1: 2\nRoute #1: 3\nRoute #3: 4\n", "vehicles", 2, null)]
    [InlineData("Route #1: 2 3\nRoute #4: 4\n", "vehicles", 2, null)]
    [InlineData("Route #1: 1 4\nRoute #2: 1 2 3\n", "vehicles", null, 1L)]
    public void Check_ABrokenSolution_NamesTheRule(string text, string rule, int? route, long? stop)
    {
        var instance = Read(Text);
        if (rule == "duration")
            instance = instance with { Fleets = [instance.Fleets[0], instance.Fleets[1] with { LongestRoute = 25.9 }] };

        var violations = SolutionChecker.Check(instance, Solution(text, instance)).Violations;

        violations.ShouldContain(violation => violation.Rule == rule && violation.Route == route && violation.Stop == stop);
    }

    [Fact]
    public void Duration_WithWindows_CountsTheWaitThatALaterDepartureCannotSave()
    {
        // Out at 10 at the latest, for 20 at the first stop; the second opens at 50: 5 of service, then a wait from 26 on.
        RoutingInstance instance = new()
        {
            Name = "wait",
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = true,
            Fleets = [new InstanceFleet(1, 10)],
            Stops = [new(0, 0, 0, 0, 100, 0), new(10, 0, 0, 0, 20, 5), new(11, 0, 0, 50, 60, 5)],
            Rounding = RoundingRule.Exact,
        };

        instance.DurationOf(0, [1, 2]).ShouldBe(50 + 5 + 11 - 10, 1e-9);
        // Alone the second stop is left for at 39 at the earliest.
        instance.DurationOf(0, [2]).ShouldBe(11 + 5 + 11, 1e-9);
    }

    [Theory]
    [InlineData("MDVRP", "MDXYZ", "vrplib.type")]
    [InlineData("VEHICLES: 3", "VEHICLES: 2", "number.whole")]
    [InlineData("VEHICLES: 3", "VEHICLES: 4", "vrplib.vehicle.missing")]
    [InlineData("VEHICLES: 3", "COMMENT: 3", "vrplib.key.missing")]
    [InlineData("3 2\nDEPOT", "3 3\nDEPOT", "number.whole")]
    [InlineData("VEHICLES_DEPOT_SECTION", "VEHICLES_ALLOWED_CLIENTS_SECTION", "vrplib.section.missing")]
    [InlineData("VEHICLES_DEPOT_SECTION", "DRAFT_LIMIT_SECTION", "vrplib.unsupported")]
    [InlineData("VEHICLES_MAX_DURATION", "VEHICLES_MAX_STOPS", "vrplib.unsupported")]
    [InlineData("SERVICE_TIME: 5", "CAPACITY: 5", "vrplib.vehicle")]
    [InlineData("# The second depot.\n2", "3", "vrplib.depot")]
    [InlineData("\n2 0\n3 4", "\n2 1\n3 4", "vrplib.depot.demand")]
    public void Read_AFault_IsRefused(string sound, string broken, string code)
    {
        var text = Text.ReplaceLineEndings("\n");
        text.ShouldContain(sound);

        Should.Throw<InvalidInputException>(() => Read(text.Replace(sound, broken, StringComparison.Ordinal))).Problems.ShouldContain(problem => problem.Code == code);
    }

    private static RoutingInstance Read(string text)
    {
        using var file = new TextFile(text);
        return InstanceReader.Read(file.Path);
    }

    private static RouteList Solution(string text, RoutingInstance instance)
    {
        using var file = new TextFile(text);
        return RouteListFile.Read(file.Path, instance);
    }
}
