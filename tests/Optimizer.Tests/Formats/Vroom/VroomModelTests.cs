using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Formats.Vroom;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats.Vroom;

public sealed class VroomModelTests
{
    // VROOM's own second example and its published answer.
    private const string Example = """
        {"vehicles":[{"id":0,"start_index":0,"end_index":3}],"jobs":[{"id":1414,"location_index":1},{"id":1515,"location_index":2}],
         "matrices":{"car":{"durations":[[0,2104,197,1299],[2103,0,2255,3152],[197,2256,0,1102],[1299,3153,1102,0]]}}}
        """;

    [Fact]
    public void Solve_PublishedExample_GivesThePublishedTimes()
    {
        var (model, output) = Solve(Example);

        model.Data.IsRich.ShouldBeFalse();
        var route = output.Routes.ShouldNotBeNull().ShouldHaveSingleItem();
        route.Cost.ShouldBe(5461);
        route.Steps.ShouldNotBeNull().Select(step => (step.Type, step.Id, step.Arrival)).ShouldBe([("start", null, 0), ("job", 1414, 2104), ("job", 1515, 4359), ("end", null, 5461)]);
        output.Summary.ShouldNotBeNull().ShouldSatisfyAllConditions(summary => summary.Cost.ShouldBe(5461), summary => summary.Duration.ShouldBe(5461), summary => summary.Distance.ShouldBeNull());
    }

    [Fact]
    public void Solve_RandomProblems_TheCheckerFindsNothingAndTheSameCost()
    {
        for (var seed = 1; seed <= Draws.Of(25); seed++)
        {
            var (model, output) = Solve(VroomTown.Of(seed));

            var verdict = VroomChecker.Check(model.Input, output);

            verdict.Violations.ShouldBeEmpty($"seed {seed}");
            verdict.Cost.ShouldBe(output.Summary.ShouldNotBeNull().Cost, 0.5 * verdict.Routes, $"seed {seed}");
            verdict.Distance.ShouldBe(output.Summary.Distance ?? -1, $"seed {seed}");
        }
    }

    [Fact]
    public void Solve_StepsOfVehicles_AreWhereTheSearchStarts()
    {
        var text = Example.Replace("\"end_index\":3", "\"end_index\":3,\"steps\":[{\"type\":\"start\"},{\"type\":\"job\",\"id\":1515},{\"type\":\"job\",\"id\":1414}]", StringComparison.Ordinal);
        using var file = new TextFile(text);
        var model = new VroomModel(VroomFile.ReadProblem(file.Path), file.Path);

        // 197 + 2256 + 3152
        model.CostOf(model.Initial().ShouldNotBeNull().Cost).ShouldBe(5605);
    }

    [Fact]
    public void Plan_ReportsEveryViolationWithItsCause()
    {
        const string Text = """
            {"vehicles":[{"id":5,"start_index":0,"end_index":0,"capacity":[2],"time_window":[0,100],"max_tasks":2,
              "breaks":[{"id":9,"service":5,"time_windows":[[0,1]]}],
              "steps":[{"type":"start"},{"type":"delivery","id":4},{"type":"job","id":1},{"type":"pickup","id":4},{"type":"end"}]}],
             "jobs":[{"id":1,"location_index":1,"delivery":[3],"skills":[7],"time_windows":[[0,15]]}],
             "shipments":[{"amount":[1],"pickup":{"id":4,"location_index":2},"delivery":{"id":4,"location_index":3}}],
             "matrices":{"car":{"durations":[[0,30,30,30],[30,0,30,30],[30,30,0,30],[30,30,30,0]]}}}
            """;
        using var file = new TextFile(Text);
        var model = new VroomModel(VroomFile.ReadProblem(file.Path), file.Path, isPlan: true);

        var output = new VroomSolutionWriter(model).Write(new PlanEvaluator(model.Data).Evaluate(model.Steps()), new VroomComputingTimes(0, 0, 0));

        var route = output.Routes.ShouldNotBeNull().ShouldHaveSingleItem();
        var steps = route.Steps.ShouldNotBeNull();
        // The break begins at 0 on the depot's yard and ends at 5; the stops follow at 35, 65 and 95, the end at 125.
        steps.Select(step => (step.Type, step.Arrival)).ShouldBe([("start", 0), ("break", 1), ("delivery", 35), ("job", 65), ("pickup", 95), ("end", 125)]);
        Causes(steps[0]).ShouldBe(["load"]);
        Causes(steps[2]).ShouldContain("precedence");
        steps[3].Violations.ShouldNotBeNull().ShouldContain(new VroomViolation { Cause = "delay", Duration = 50 });
        Causes(steps[3]).ShouldContain("skills");
        Causes(steps[4]).ShouldContain("precedence");
        steps[5].Violations.ShouldNotBeNull().ShouldContain(new VroomViolation { Cause = "delay", Duration = 25 });
        route.Violations.ShouldNotBeNull().ShouldContain(new VroomViolation { Cause = "max_tasks" });
    }

    [Fact]
    public void Read_WrongFigures_AreAllNamedByTheirPath()
    {
        const string Text = """
            {"vehicles":[{"id":1,"start_index":9,"speed_factor":7}],
             "jobs":[{"id":1,"location_index":0,"service":-3},{"id":1,"location_index":1,"priority":101,"time_windows":[[5,3]]}],
             "matrices":{"car":{"durations":[[0,1],[2,0]]}}}
            """;
        using var file = new TextFile(Text);

        var refused = Should.Throw<InvalidInputException>(() => new VroomModel(VroomFile.ReadProblem(file.Path), file.Path));

        refused.Problems.Select(problem => problem.Field).ShouldBe(
            ["jobs[0].service", "jobs[1].priority", "jobs[1].time_windows[0]", "jobs[1].id", "vehicles[0].start_index", "vehicles[0].speed_factor"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"vehicles":[{"id":1,"start_index":0}],"jobs":[{"id":1,"location_index":"x"}],"matrices":{"car":{"durations":[[0]]}}}""", "$.jobs[0].location_index")]
    [InlineData("""{"vehicles":[{"id":1,"start_index":0}],"jobs":[{"id":1,"location_index":0}],"matrices":{"car":{"durations":[[0,1]]}}}""", "matrices.car.durations[0]")]
    [InlineData("""{"vehicles":[{"id":1,"start_index":0,"profile":"foot"}],"jobs":[{"id":1,"location_index":0}],"matrices":{"car":{"durations":[[0]]}}}""", "matrices.foot.durations")]
    [InlineData("""{"vehicles":[{"id":1,"start":[1,2]}],"jobs":[{"id":1}]}""", "jobs[0].location")]
    [InlineData("""{"vehicles":[{"id":1,"start_index":0,"capacity":[1,1,1,1]}],"jobs":[{"id":1,"location_index":0}],"matrices":{"car":{"durations":[[0]]}}}""", "capacity")]
    [InlineData("""{"vehicles":[{"id":1,"start_index":0,"speed_factor":0.01}],"jobs":[{"id":1,"location_index":1}],"matrices":{"car":{"durations":[[0,536870912],[5,0]]}}}""", "vehicles[0].speed_factor")]
    public void Read_WhatIsMissing_IsNamed(string text, string field)
    {
        using var file = new TextFile(text);

        var refused = Should.Throw<InvalidInputException>(() => new VroomModel(VroomFile.ReadProblem(file.Path), file.Path));

        refused.Problems.ShouldContain(problem => problem.Field == field);
    }

    [Fact]
    public void Solve_WithoutMatrices_EstimatesByStraightLinesAndSaysSo()
    {
        // One hundredth of a degree on the equator is 1,112 m, 1.3 times that by road, 130 s at 40 km/h, there and back.
        var (model, output) = Solve("""{"vehicles":[{"id":1,"start":[100,0],"end":[100,0]}],"jobs":[{"id":1,"location":[100.01,0]}]}""");

        model.Estimate.ShouldBe("straight line x 1.3 at 40 km/h");
        output.Summary.ShouldNotBeNull().ShouldSatisfyAllConditions(summary => summary.Duration.ShouldBe(260), summary => summary.Distance.ShouldBe(2 * 1446));
    }

    [Fact]
    public void Estimate_OfMoreThanFiveThousandStops_KeepsNoMatrixAndGivesTheSameFigures()
    {
        string Text(int jobs, string costs) => $$"""{"vehicles":[{"id":1,"start":[100,10],"end":[100,12]{{costs}}}],"jobs":[""" +
            string.Join(',', Enumerable.Range(0, jobs).Select(i => FormattableString.Invariant($$"""{"id":{{i}},"location":[{{100 + (i % 100 * 0.01)}},{{10 + (i / 100 * 0.01)}}]}"""))) + "]}";
        foreach (var costs in new[] { "", ",\"costs\":{\"per_km\":20}" })
        {
            using var many = new TextFile(Text(5_100, costs));
            using var few = new TextFile(Text(400, costs));

            var large = new VroomModel(VroomFile.ReadProblem(many.Path), many.Path).Data;
            var small = new VroomModel(VroomFile.ReadProblem(few.Path), few.Path).Data;

            large.Distances.IsFunction.ShouldBeTrue();
            large.Durations.IsFunction.ShouldBeTrue();
            small.Distances.IsFunction.ShouldBeFalse();
            for (var (from, to) = (0, 401); from < 402; (from, to) = (from + 1, to - 1))
                (large.DistanceBetween(from, to), large.DurationBetween(from, to)).ShouldBe((small.DistanceBetween(from, to), small.DurationBetween(from, to)));
        }
    }

    [Theory]
    [InlineData("vehicles[1]", """{"vehicles":[{"id":1,"start_index":0},null],"jobs":[{"id":1,"location_index":0}],"matrices":{"car":{"durations":[[0]]}}}""")]
    [InlineData("jobs[0]", """{"vehicles":[{"id":1,"start_index":0}],"jobs":[null],"matrices":{"car":{"durations":[[0]]}}}""")]
    [InlineData("vehicles[0].breaks[0]", """{"vehicles":[{"id":1,"start_index":0,"breaks":[null]}],"jobs":[],"matrices":{"car":{"durations":[[0]]}}}""")]
    [InlineData("vehicles[0].steps[1]", """{"vehicles":[{"id":1,"start_index":0,"steps":[{"type":"start"},null]}],"jobs":[],"matrices":{"car":{"durations":[[0]]}}}""")]
    [InlineData("matrices.car.durations[1]", """{"vehicles":[{"id":1,"start_index":0}],"jobs":[],"matrices":{"car":{"durations":[[0,1],null]}}}""")]
    public void Read_NullInAList_IsNamed(string path, string text)
    {
        using var file = new TextFile(text);

        Should.Throw<InvalidInputException>(() => VroomFile.ReadProblem(file.Path)).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("vroom.null"), problem => problem.Field.ShouldBe("$." + path));
    }

    [Fact]
    public void Rules_FaultsOfMatricesTasksAndVehicles_AreListedTogether()
    {
        using var file = new TextFile("""
            {"vehicles":[{"id":1,"start_index":5,"capacity":[1,1],"breaks":[{"id":1,"max_load":[1]}]}],"jobs":[{"location_index":0,"time_windows":[[9,3]]}],"matrices":{"car":{"durations":[[0],[1,-2]]}}}
            """);

        Should.Throw<InvalidInputException>(() => new VroomModel(VroomFile.ReadProblem(file.Path), file.Path)).Problems.Select(problem => problem.Field).ShouldBe(
            ["matrices.car.durations[0]", "matrices.car.durations[1]", "capacity", "jobs[0].id", "jobs[0].time_windows[0]", "vehicles[0].start_index"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(""" "durations":[[0,30,null],[40,0,5],[9,5,0]] """)]
    [InlineData(""" "durations":[[0,30,20],[40,0,5],[9,5,0]],"distances":[[0,300,200],[400,0,50],[90,50,0]],"costs":[[0,1,null],[1,0,1],[1,1,0]] """)]
    public void Solve_PlaceWithoutARoad_IsReachedAnotherWay(string matrices)
    {
        var (model, output) = Solve($$"""{"vehicles":[{"id":7,"start_index":0,"end_index":0}],"jobs":[{"id":11,"location_index":1},{"id":12,"location_index":2}],"matrices":{"car":{ {{matrices}} } } }""");

        // Only by way of the first place.
        output.Routes.ShouldNotBeNull().ShouldHaveSingleItem().Steps.ShouldNotBeNull().Select(step => step.Id).ShouldBe([null, 11, 12, null]);
        VroomChecker.Check(model.Input, output).Violations.ShouldBeEmpty();
        var turned = output with { Routes = [output.Routes[0] with { Steps = [output.Routes[0].Steps![0], output.Routes[0].Steps![2], output.Routes[0].Steps![1], output.Routes[0].Steps![3]] }] };
        VroomChecker.Check(model.Input, turned).Violations.ShouldContain(violation => violation.Rule == "road" && violation.Stop == 12);
    }

    [Fact]
    public void Solve_PlaceThatCannotBeReached_StaysUnservedForWantOfARoad()
    {
        using var file = new TextFile("""
            {"vehicles":[{"id":7,"start_index":0,"end_index":0},{"id":8,"start_index":1,"end_index":1,"speed_factor":2}],"jobs":[{"id":11,"location_index":1},{"id":12,"location_index":2}],
             "matrix":[[0,30,null],[40,0,null],[9,5,0]]}
            """);
        var model = new VroomModel(VroomFile.ReadProblem(file.Path), file.Path);
        var best = new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 50 }, null, CancellationToken.None).Best;

        model.IdsOf(best.Unserved).ShouldBe([12]);
        var explanation = new PlanExplainer(model.Data, best).Unserved().Explained.ShouldHaveSingleItem();
        explanation.ByVehicle.Count.ShouldBe(2);
        explanation.ByVehicle.ShouldAllBe(obstacle => obstacle.First!.Rule == Rule.Road);
        explanation.Cheapest.ShouldNotBeNull().Relaxation.Never.ShouldBe(1);
        var output = new VroomSolutionWriter(model).Write(new PlanEvaluator(model.Data).Evaluate(best), new VroomComputingTimes(0, 0, 0));
        VroomChecker.Check(model.Input, output).Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[[null,1],[1,0]]", "matrices.car.durations[0][0]")]
    [InlineData("[[0,-9223372036854775808],[1,0]]", "$.matrices.car.durations")]
    public void Read_MatrixThatSaysNothing_IsRefused(string durations, string field)
    {
        using var file = new TextFile($$"""{"vehicles":[{"id":1,"start_index":0}],"jobs":[],"matrices":{"car":{"durations":{{durations}} } } }""");

        Should.Throw<InvalidInputException>(() => new VroomModel(VroomFile.ReadProblem(file.Path), file.Path)).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public void Solve_VehicleWithoutACapacity_IsNeverFull()
    {
        // Seventeen times what is the most of one amount; together more than any single load may be.
        const int Jobs = 34;
        var jobs = string.Join(',', Enumerable.Range(1, Jobs).Select(id => $$"""{"id":{{id}},"location_index":0,"delivery":[{{1L << 40}}]}"""));
        var (model, output) = Solve($$"""{"vehicles":[{"id":7,"start_index":0,"end_index":0}],"jobs":[{{jobs}}],"matrix":[[0]]}""");

        output.Unassigned.ShouldNotBeNull().ShouldBeEmpty();
        output.Routes.ShouldNotBeNull().ShouldHaveSingleItem().Delivery.ShouldBe([Jobs * (1L << 40)]);
        VroomChecker.Check(model.Input, output).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Model_ManyTasksAtAnotherSpeed_KeepsNoMatrix()
    {
        var jobs = string.Join(',', Enumerable.Range(1, 5_100).Select(id => FormattableString.Invariant($$"""{"id":{{id}},"location":[{{100 + (id % 70 / 1e3)}},{{20 + (id / 1e5)}}]}""")));
        string Text(string vehicles) => $$"""{"vehicles":[{{vehicles}}],"jobs":[{{jobs}}]}""";
        using var alike = new TextFile(Text("""{"id":1,"start":[100,20],"end":[100,20],"speed_factor":0.8}"""));
        using var mixed = new TextFile(Text("""{"id":1,"start":[100,20],"end":[100,20],"speed_factor":0.8},{"id":2,"start":[100,20],"end":[100,20]}"""));

        var data = new VroomModel(VroomFile.ReadProblem(alike.Path), alike.Path).Data;
        data.Distances.IsFunction.ShouldBeTrue();
        var two = new VroomModel(VroomFile.ReadProblem(mixed.Path), mixed.Path).Data;
        two.DurationsOf(0).IsFunction.ShouldBeTrue();
        two.DurationsOf(1).IsFunction.ShouldBeTrue();
        two.DurationsOf(0).Between(0, 5).ShouldBe(data.Distances.Between(0, 5));
        two.DurationsOf(0).Between(0, 5).ShouldBe((int)(((two.DurationsOf(1).Between(0, 5) * 1_000L) + 400) / 800));
    }

    private static IEnumerable<string?> Causes(VroomRouteStep step) => step.Violations.ShouldNotBeNull().Select(violation => violation.Cause);

    private static (VroomModel Model, VroomOutput Output) Solve(string text)
    {
        using var file = new TextFile(text);
        var model = new VroomModel(VroomFile.ReadProblem(file.Path), file.Path);
        var best = new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 150 }, null, CancellationToken.None).Best;
        return (model, new VroomSolutionWriter(model).Write(new PlanEvaluator(model.Data).Evaluate(best), new VroomComputingTimes(0, 0, 0)));
    }
}
