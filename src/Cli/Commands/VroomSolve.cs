using System.Diagnostics;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Formats.Vroom;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Commands;

/// <summary>Solves a problem in VROOM's JSON, or evaluates the routes that it gives.</summary>
internal sealed class VroomSolve(Reply reply, string directory, string? solution, bool explains, bool bounds)
{
    public int Run(string path, bool isPlan, string engine, SolveOptions options, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var input = VroomFile.ReadProblem(path);
        var parsed = clock.Elapsed;
        var model = new VroomModel(input, path, isPlan);
        var loading = clock.ElapsedMilliseconds;
        if (model.Estimate is { } estimate)
            reply.Note($"The problem has no matrices: travel is a {estimate}.");
        if (engine != SolverEngine.Territory && (model.Data.IsRich || isPlan))
            throw new InvalidInputException(new Problem("engine.rich", "Only the engine territory knows all rules of this problem.", path, Field: "--engine", Value: engine));
        if (isPlan)
        {
            if (!model.HasSteps)
                throw new InvalidInputException(new Problem("vroom.steps", "A plan is evaluated by the steps of its vehicles, and no vehicle has any.", path, Field: "vehicles"));
            var evaluated = new PlanEvaluator(model.Data).Evaluate(model.Steps());
            var written = Write(model, evaluated, new VroomComputingTimes(loading, clock.ElapsedMilliseconds - loading, 0));
            var plan = Report(model, evaluated, written);
            if (explains)
                plan["cost_terms"] = Terms(model, evaluated);
            reply.Result(plan);
            return ExitStatus.Done;
        }

        var solver = SolverEngine.Create(engine, TimeProvider.System) ?? throw new InvalidOperationException("The engine was looked for when the arguments were read.");
        var boundTime = InstanceBound.Share(bounds, options);
        var initial = model.Initial();
        var prepared = clock.Elapsed - parsed;
        var left = options.TimeLimit - boundTime - prepared;
        var trace = new SolveTrace(reply, point => model.CostOf(point.RouteCost), prepared);
        var result = solver.Solve(model.Data, options with { Initial = initial, TimeLimit = left < TimeSpan.Zero ? TimeSpan.Zero : left }, trace, cancellationToken);
        var report = new PlanEvaluator(model.Data).Evaluate(result.Best);
        var output = Write(model, report, new VroomComputingTimes(loading, clock.ElapsedMilliseconds - loading, 0));
        var reported = Report(model, report, output);
        reported["seconds"] = Math.Round((prepared + result.Elapsed).TotalSeconds, 3);
        reported["iterations"] = result.Iterations;
        reported["seed"] = result.Seed;
        reported["threads"] = result.Threads;
        reported["engine"] = result.Engine;
        AddTrace(reported, model, result, prepared);
        if (bounds && InstanceBound.Of(model.Data, result, 0, boundTime, reply, cancellationToken) is { } bound)
            reported["lower_bound"] = Arguments.Rounded(bound / model.UnitsPerCost);
        if (explains)
        {
            Explanations.AddTo(reported, reply, options.TimeLimit - (clock.Elapsed - parsed), model.Data, result.Best, 1, model.IdOf, model.VehicleIdOf);
            reported["cost_terms"] = Terms(model, report);
        }

        reply.Result(reported);
        return result.WasCancelled ? ExitStatus.Interrupted : ExitStatus.Done;
    }

    /// <summary>
    /// The cost of the routes over time, of the solutions that leave out as many stops as the last one: what fewer stops cost says nothing beside it. How many were left out before is a list of its own.
    /// </summary>
    private static void AddTrace(JsonObject reported, VroomModel model, SolveResult result, TimeSpan prepared)
    {
        double At(SolveProgress point) => Math.Round((prepared + point.Elapsed).TotalSeconds, 3);
        var last = result.Trace.Count > 0 ? result.Trace[^1].Unserved : 0;
        reported["trace"] = new JsonArray([.. result.Trace.Where(point => point.Unserved == last).Select(point => (JsonNode)new JsonArray(At(point), model.CostOf(point.RouteCost)))]);
        if (result.Trace.Any(point => point.Unserved > 0))
        {
            var changes = result.Trace.Where((point, i) => i == 0 || point.Unserved != result.Trace[i - 1].Unserved);
            reported["unassigned_trace"] = new JsonArray([.. changes.Select(point => (JsonNode)new JsonArray(At(point), point.Unserved))]);
        }
    }

    /// <summary>The cost by term in the engine's own whole units, and how many of them are one unit of cost.</summary>
    private static JsonObject Terms(VroomModel model, PlanReport report)
    {
        var terms = Explanations.Of(report.Terms with { LeftOut = 0 });
        terms["units_per_cost"] = model.UnitsPerCost;
        return terms;
    }

    private VroomOutput Write(VroomModel model, PlanReport report, VroomComputingTimes times)
    {
        var output = new VroomSolutionWriter(model).Write(report, times);
        if (solution is { } target)
            OutputFile.Write(target, directory, path => File.WriteAllText(path, VroomFile.Format(output)));
        return output;
    }

    private static JsonObject Report(VroomModel model, PlanReport report, VroomOutput output)
    {
        var result = new JsonObject
        {
            ["cost"] = output.Summary?.Cost,
            ["distance"] = output.Summary?.Distance,
            ["routes"] = report.Routes.Count,
            ["unassigned"] = new JsonArray([.. model.IdsOf(report.Unserved).Select(id => (JsonNode)id)]),
            ["feasible"] = report.IsFeasible,
        };
        if (!report.IsFeasible)
        {
            result["violations"] = new JsonArray([.. report.Violations.Select(violation => (JsonNode)new JsonObject
            {
                ["rule"] = violation.Rule.ToString().ToLowerInvariant(),
                ["vehicle"] = violation.Vehicle is { } vehicle ? model.VehicleIdOf(vehicle) : null,
                ["stop"] = violation.Client is { } client ? model.IdOf(client) : null,
                ["by"] = violation.Amount,
            })]);
        }

        if (model.Estimate is { } estimate)
            result["travel"] = estimate;
        return result;
    }
}
