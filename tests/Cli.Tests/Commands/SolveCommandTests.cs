namespace Territory.Cli.Tests.Commands;

public sealed class SolveCommandTests
{
    // Twelve points on a circle of radius 10 around the depot at its rim would be a tour; here the depot is one of them, and one vehicle holds all:
    // the optimum is the regular 12-gon, 12 * 2 * 10 * sin(pi / 12) = 62.1166.
    private const double Dodecagon = 62.1166;

    private const string Trips =
        "NAME: trips\nTYPE: PCVRP\nDIMENSION: 5\nVEHICLES: 1\nCAPACITY: 3\nVEHICLES_MAX_RELOADS: 1\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 1 0\n3 2 0\n4 9 0\n5 20 0\n"
        + "DEMAND_SECTION\n1 0\n2 1\n3 2\n4 3\n5 1\nPRIZE_SECTION\n1 0\n2 0\n3 0\n4 0\n5 30\nVEHICLES_RELOAD_DEPOT_SECTION\n1 1\nDEPOT_SECTION\n1\n-1\nEOF\n";

    [Fact]
    public async Task CircleTour_IsSolvedToTheClosedForm_AndTheCheckerAgrees()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--rounding", "exact", "--iterations", "2000", "--solution", "circle.sol");
        solved.Exit.ShouldBe(0);
        solved.Number("cost").ShouldBe(Dodecagon, 1e-4);
        solved.Flag("feasible").ShouldBeTrue();
        solved.Of("unassigned").AsArray().ShouldBeEmpty();
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, "circle.sol", "--rounding", "exact");
        check.Exit.ShouldBe(0);
        check.Number("cost").ShouldBe(solved.Number("cost"), 1e-9);
    }

    /// <summary>On a line with the depot at 0: reloading, one vehicle of 3 serves 1 and 2 on one trip and 9 on another, and leaves 20 for its prize of 30.</summary>
    [Fact]
    public async Task TripsAndPrizes_AreSolvedWrittenAndChecked()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("trips.vrp", Trips);
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "500", "--solution", "trips.sol");
        solved.Exit.ShouldBe(0);
        solved.Number("cost").ShouldBe(4 + 18 + 30, 1e-9);
        solved.Number("distance").ShouldBe(4 + 18, 1e-9);
        solved.Of("unassigned").AsArray().Select(stop => (int)stop!).ShouldBe([4]);
        solved.Flag("feasible").ShouldBeTrue();
        File.ReadAllText(Path.Combine(scratch.Path, "trips.sol")).ShouldContain(" 0 ");
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, "trips.sol");
        check.Exit.ShouldBe(0);
        check.Number("cost").ShouldBe(52, 1e-9);
        var again = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "1", "--initial", "trips.sol", "--bound");
        again.Number("cost").ShouldBe(52, 1e-9);
        again.Result.AsObject().ContainsKey("lower_bound").ShouldBeFalse();
        var broken = await CommandRun.OfAsync(scratch.Path, "check", problem, scratch.File("broken.sol", "Route #1: 1 2 0 3 0 4\n"));
        broken.Exit.ShouldBe(1);
        broken.Of("violations").AsArray().Select(violation => (string)violation!["rule"]!).ShouldBe(["trips"]);
    }

    [Fact]
    public async Task BackhaulsThatHaveNoLinehaul_AreLeftOutAndSaid()
    {
        using var scratch = new Scratch();
        // Two backhauls of 2 do not go on one vehicle of 3, and only one vehicle finds a linehaul to begin with.
        var problem = scratch.File("back.vrp", "NAME: back\nTYPE: VRPB\nDIMENSION: 4\nCAPACITY: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 1 0\n3 2 0\n4 9 0\nDEMAND_SECTION\n1 0\n2 3\n3 2\n4 2\nBACKHAUL_SECTION\n3 4 -1\nDEPOT_SECTION\n1\n-1\nEOF\n");
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "500", "--solution", "back.sol");
        solved.Exit.ShouldBe(0);
        solved.Flag("feasible").ShouldBeFalse();
        solved.Of("unassigned").AsArray().Count.ShouldBe(1);
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, "back.sol");
        check.Of("violations").AsArray().Select(violation => (string)violation!["rule"]!).ShouldBe(["missing"]);
    }

    [Fact]
    public async Task SameSeedAndIterations_GiveTheSameRoutes()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "300", "--seed", "5", "--solution", "a.sol");
        await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "300", "--seed", "5", "--solution", "b.sol");
        File.ReadAllText(Path.Combine(scratch.Path, "a.sol")).ShouldBe(File.ReadAllText(Path.Combine(scratch.Path, "b.sol")));
    }

    [Fact]
    public async Task InfeasibleSolution_IsOneAndNamesTheRule()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        var solution = scratch.File("bad.sol", "Route #1: 1 2 3 4 5 6 7 8 9 10\nCost 1\n");
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, solution);
        check.Exit.ShouldBe(1);
        check.Of("violations").AsArray().Select(violation => (string)violation!["rule"]!).ShouldContain("missing");
    }

    [Fact]
    public async Task PublishedSolution_CostsWhatIsPublished()
    {
        var problem = SharedData.Require("vrp/solomon/C101.txt");
        var solution = SharedData.Require("vrp/solomon/C101.sol");
        using var scratch = new Scratch();
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, solution, "--rounding", "dimacs");
        check.Exit.ShouldBe(0);
        check.Number("cost").ShouldBe(827.3, 1e-9);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("circle.vrp/x.sol")]
    [InlineData(".")]
    public async Task SolutionThatCannotBeWritten_IsRefusedBeforeTheSearch(string solution)
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        // Whoever searches first is still at it when the last day of the calendar comes.
        var run = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--time-limit", "9e10", "--solution", solution);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("file.not-writable");
        Directory.GetFileSystemEntries(scratch.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SeveralDepots_AreSolvedToTheClosedForm_AndTheCheckerReadsTheRoutes()
    {
        // Two depots 100 apart, each with a stop 3 away on either side that fills a vehicle: four routes of 6.
        const string Text = "2 2 4 2\n0 5\n0 5\n1 3 0 0 5 1 2 1 2\n2 -3 0 0 5 1 2 1 2\n3 103 0 0 5 1 2 1 2\n4 97 0 0 5 1 2 1 2\n5 0 0 0 0 0 0\n6 100 0 0 0 0 0\n";
        using var scratch = new Scratch();
        var problem = scratch.File("pair.txt", Text);
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "500", "--solution", "pair.res");
        solved.Exit.ShouldBe(0);
        solved.Number("cost").ShouldBe(24, 1e-9);
        solved.Whole("routes").ShouldBe(4);
        File.ReadAllLines(Path.Combine(scratch.Path, "pair.res")).Select(line => line.Split(' ')[0]).ShouldBe(["24", "1", "1", "2", "2"]);
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, "pair.res", "--format", "cordeau");
        check.Exit.ShouldBe(0);
        check.Number("cost").ShouldBe(24, 1e-9);
    }

    [Fact]
    public async Task VehiclesFirst_TakesTheLongerWayOfOneVehicle_AndItsTraceIsInDistance()
    {
        // Windows force one vehicle to go over (1, 10), (10, 0), (0, 10): 10.050 + 13.454 + 14.142 + 10. Two vehicles need only 21.050 + 20.
        const string Text = "TWO\n\nVEHICLE\nNUMBER CAPACITY\n3 10\n\nCUSTOMER\nCUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME\n"
            + "0 0 0 0 0 1000 0\n1 0 10 1 100 110 0\n2 10 0 1 50 60 0\n3 1 10 1 0 20 0\n";
        using var scratch = new Scratch();
        var problem = scratch.File("two.txt", Text);
        var shortest = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "300");
        var fewest = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "300", "--objective", "vehicles-first");
        shortest.Whole("routes").ShouldBe(2);
        shortest.Number("cost").ShouldBe(Math.Sqrt(101) + 1 + 10 + 20, 1e-5);
        fewest.Whole("routes").ShouldBe(1);
        fewest.Number("cost").ShouldBe(Math.Sqrt(101) + Math.Sqrt(181) + Math.Sqrt(200) + 10, 1e-5);
        fewest.Of("trace").AsArray()[^1].ShouldNotBeNull().AsArray()[1].ShouldNotBeNull().GetValue<double>().ShouldBe(fewest.Number("cost"), 1e-3);
    }

    [Fact]
    public async Task TruncatedProblem_IsRefusedWithItsLine()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("cut.vrp", Circle()[..120]));
        run.Exit.ShouldBe(1);
        run.Errors.ShouldNotBeEmpty();
        run.Errors.ShouldAllBe(line => line.Contains("cut.vrp"));
    }

    [Fact]
    public async Task BetterSolutions_AreToldAsTheyCome_UnlessQuiet()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--rounding", "exact", "--iterations", "300");
        solved.Errors.Count.ShouldBe(solved.Of("trace").AsArray().Count);
        solved.Errors[^1].ShouldMatch(@"^\d+\.\d{3} s  62\.116");
        (await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "300", "--quiet")).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bound_OfTheCircleTour_IsNotAboveIt_OrANoteSaysWhyThereIsNone()
    {
        using var scratch = new Scratch();
        var problem = scratch.File("circle.vrp", Circle());
        var plain = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--rounding", "exact", "--iterations", "300");
        plain.Result.ContainsKey("lower_bound").ShouldBeFalse();
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--rounding", "exact", "--iterations", "300", "--bound");
        solved.Exit.ShouldBe(0);
        if (solved.Result.ContainsKey("lower_bound"))
            solved.Number("lower_bound").ShouldBeInRange(40, Dodecagon);
        else
            solved.Errors.ShouldContain(line => line.Contains("coinor-libclp1"));
    }

#if !ORTOOLS
    [Fact]
    public async Task EngineThatThisBuildIsWithout_IsRefusedWithHowToBuildIt()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("circle.vrp", Circle()), "--engine", "ortools");
        run.Exit.ShouldBe(2);
        run.Errors[0].ShouldContain("-p:UseOrTools=true");
    }
#endif

    [Fact]
    public async Task VroomProblem_IsFoundByItself_SolvedCheckedAndExplained()
    {
        // The second job needs a skill that nobody has; the first is 30 away from the depot.
        const string Text = """
            {"vehicles":[{"id":7,"start_index":0,"end_index":0}],"jobs":[{"id":11,"location_index":1},{"id":12,"location_index":1,"skills":[3]}],"matrices":{"car":{"durations":[[0,30],[40,0]]}}}
            """;
        using var scratch = new Scratch();
        var problem = scratch.File("small.json", Text);
        var solved = await CommandRun.OfAsync(scratch.Path, "solve", problem, "--iterations", "50", "--solution", "out.json", "--explain");
        solved.Exit.ShouldBe(0);
        solved.Number("cost").ShouldBe(70);
        solved.Of("unassigned").ToJsonString().ShouldBe("[12]");
        solved.Of("explanations").AsArray().ShouldHaveSingleItem().ShouldNotBeNull().ToJsonString()
            .ShouldStartWith("""{"stop":12,"cheapest":{"vehicle":7,"rule":"skill","by":1,"rules":1,"broken":[{"rule":"skill","by":1,"stop":12}]}""");
        var check = await CommandRun.OfAsync(scratch.Path, "check", problem, "out.json", "--format", "vroom");
        check.Exit.ShouldBe(0);
        check.Number("cost").ShouldBe(70);
    }

    [Fact]
    public async Task VroomPlan_IsEvaluatedAsItIs()
    {
        const string Text = """
            {"vehicles":[{"id":7,"start_index":0,"end_index":0,"time_window":[0,50],"steps":[{"type":"job","id":11}]}],"jobs":[{"id":11,"location_index":1}],"matrices":{"car":{"durations":[[0,30],[40,0]]}}}
            """;
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("plan.json", Text), "--plan", "--explain");
        run.Exit.ShouldBe(0);
        run.Flag("feasible").ShouldBeFalse();
        run.Of("violations").ToJsonString().ShouldBe("""[{"rule":"return","vehicle":7,"stop":null,"by":20}]""");
        run.Of("cost_terms")["distance"].ShouldNotBeNull().GetValue<long>().ShouldBe(70);
    }

    [Theory]
    [InlineData("Route #1: 1 1 2\n", "'twice'")]
    [InlineData("Route #1: 1 2 3 4 5 6 7 8 9 10 11 12\n", "'unknown'")]
    [InlineData("Route #1: 1 2 3\nRoute #2: 4\nRoute #3: 5\n", "'vehicles'")]
    public async Task InitialSolutionThatBreaksARule_IsRefused(string initial, string rule)
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("circle.vrp", Circle().Replace("CAPACITY", "VEHICLES : 2\nCAPACITY")), "--iterations", "50", "--initial", scratch.File("x.sol", initial));
        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain(line => line.Contains(rule) && line.Contains("[initial.rule]"));
    }

    [Fact]
    public async Task InitialSolutionWithStopsMissing_IsWhereTheSearchStarts()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("circle.vrp", Circle()), "--iterations", "300", "--rounding", "exact", "--initial", scratch.File("x.sol", "Route #1: 3 2 1\n"));
        run.Exit.ShouldBe(0);
        run.Number("cost").ShouldBe(Dodecagon, 1e-4);
    }

    [Theory]
    [InlineData("--rounding", "exact", "vroom.option")]
    [InlineData("--objective", "distance", "vroom.option")]
    [InlineData("--initial", "x.sol", "vroom.initial")]
    public async Task VroomProblem_WithAnOptionThatSaysNothingOfIt_IsRefused(string option, string value, string code)
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("small.json", """{"vehicles":[{"id":7,"start":[100,0]}],"jobs":[]}"""), option, value);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain(code);
    }

    [Fact]
    public async Task Explanation_OfALateWindow_IsInTheUnitOfTheFile()
    {
        // Stop 1 is 5 away and closes at 3; tenths are counted inside.
        const string Text = "NAME : late\nTYPE : VRPTW\nDIMENSION : 2\nVEHICLES : 1\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 10\nNODE_COORD_SECTION\n1 0 0\n2 3 4\nDEMAND_SECTION\n1 0\n2 5\n"
            + "TIME_WINDOW_SECTION\n1 0 100\n2 0 3\nDEPOT_SECTION\n1\n-1\nEOF\n";
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("late.vrp", Text), "--iterations", "50", "--explain");
        // In solutions the first stop after the depot is 1.
        run.Of("explanations").AsArray().ShouldHaveSingleItem().ShouldNotBeNull()["cheapest"].ShouldNotBeNull().ToJsonString().ShouldBe("""{"vehicle":1,"rule":"window","by":2,"rules":1,"broken":[{"rule":"window","by":2,"stop":1}]}""");
    }

    [Fact]
    public async Task VroomProblem_TellsBetterSolutionsAsTheyCome_AndHasABoundOrANote()
    {
        const string Text = """
            {"vehicles":[{"id":7,"start_index":0,"end_index":0}],"jobs":[{"id":11,"location_index":1}],"matrices":{"car":{"durations":[[0,30],[40,0]]}}}
            """;
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("small.json", Text), "--iterations", "50", "--bound");
        run.Exit.ShouldBe(0);
        run.Errors[0].ShouldMatch(@"^\d+\.\d{3} s  70$");
        if (run.Result.ContainsKey("lower_bound"))
            run.Number("lower_bound").ShouldBeInRange(1, 70);
        else
            run.Errors.ShouldContain(line => line.Contains("coinor-libclp1"));
    }

    [Fact]
    public async Task VroomProblem_WithStopsLeftOut_ShowsTheCostOfItsRoutesAndTheStopsApart()
    {
        // There is room for one of the two jobs, and the nearer one is 70 there and back.
        const string Text = """
            {"vehicles":[{"id":7,"start_index":0,"end_index":0,"capacity":[1]}],"jobs":[{"id":11,"location_index":1,"delivery":[1]},{"id":12,"location_index":2,"delivery":[1]},{"id":13,"location_index":3,"delivery":[1]}],
             "matrices":{"car":{"durations":[[0,30,90,null],[40,0,90,null],[90,90,0,null],[1,1,1,0]]}}}
            """;
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", scratch.File("small.json", Text), "--iterations", "50", "--explain");
        run.Exit.ShouldBe(0);
        run.Of("unassigned").ToJsonString().ShouldBe("[12,13]");
        run.Errors.Last(line => line.EndsWith("left out", StringComparison.Ordinal)).ShouldMatch(@"^\d+\.\d{3} s  70, 2 left out$");
        run.Of("trace").AsArray().Select(point => point!.AsArray()[1]!.GetValue<long>()).ShouldAllBe(cost => cost <= 180);
        run.Of("trace").AsArray()[^1]!.AsArray()[1]!.GetValue<long>().ShouldBe(70);
        run.Of("unassigned_trace").AsArray()[^1]!.AsArray()[1]!.GetValue<int>().ShouldBe(2);
        run.Of("explanations").AsArray().Single(explanation => explanation!["stop"]!.GetValue<long>() == 13)!["cheapest"]!["rule"]!.GetValue<string>().ShouldBe("road");
    }

    private static string Circle()
    {
        var nodes = string.Join('\n', Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"{i + 1} {10 * Math.Cos(i * Math.PI / 6):F9} {10 * Math.Sin(i * Math.PI / 6):F9}")));
        var demands = string.Join('\n', Enumerable.Range(1, 12).Select(i => $"{i} {(i == 1 ? 0 : 1)}"));
        return $"NAME : circle\nTYPE : CVRP\nDIMENSION : 12\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 11\nNODE_COORD_SECTION\n{nodes}\nDEMAND_SECTION\n{demands}\nDEPOT_SECTION\n1\n-1\nEOF\n";
    }
}
