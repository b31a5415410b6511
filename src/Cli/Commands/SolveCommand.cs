using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Model.Problems;
using Territory.Optimizer.Bounds;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Commands;

/// <summary>Solves one published routing problem.</summary>
internal static class SolveCommand
{
    private const double DefaultSeconds = 10;
    private const int MostThreads = 256;

    public static Command Create(CommandContext context)
    {
        var instance = new InstanceOptions();
        var timeLimit = new Option<double?>("--time-limit") { Description = $"Seconds; {DefaultSeconds} unless iterations are given.", HelpName = "SECONDS" };
        var iterations = new Option<long?>("--iterations") { Description = "Iterations of each thread; gives a time-limited run again.", HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The random seed.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var threads = new Option<int>("--threads") { Description = "Independent searches.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var engine = new Option<string>("--engine") { Description = "The engine: territory, or ortools in builds that have it.", DefaultValueFactory = _ => SolverEngine.Territory, HelpName = "NAME" };
        var solution = new Option<string?>("--solution") { Description = "Where to write the routes.", HelpName = "OUT" };
        var initial = new Option<string?>("--initial") { Description = "A solution to start from.", HelpName = "IN" };
        var bound = new Option<bool>("--bound") { Description = $"Also a lower bound of the cost, for up to {LowerBound.MostClients} stops; takes a quarter of the time limit." };
        var plan = new Option<bool>("--plan") { Description = "VROOM only: evaluates the steps of the vehicles as they are, with every violation, and searches nothing." };
        var explain = new Option<bool>("--explain") { Description = "Also why each unassigned stop is on no route and the least that would have to give way; for VROOM's problems the cost by what it is paid for too." };
        engine.AcceptOnlyFromAmong([.. SolverEngine.Names]);
        engine.Validators.Add(result =>
        {
            if (result.GetValue(engine) == SolverEngine.OrTools && SolverEngine.Create(SolverEngine.OrTools, TimeProvider.System) is null)
                result.AddError("This build is without OR-Tools; 'dotnet build -c Release -p:UseOrTools=true src/Cli' makes one that has it.");
        });
        timeLimit.Validators.Add(result => Arguments.RequirePositive(result, timeLimit));
        threads.Validators.Add(result => Arguments.Require(result, threads, 1, MostThreads));
        iterations.Validators.Add(result => Arguments.RequirePositive(result, iterations));
        var command = new Command("solve", "Solves one routing problem (VRPLIB, Solomon, Cordeau, Li and Lim, VROOM).") { timeLimit, iterations, seed, threads, engine, solution, initial, bound, plan, explain };
        instance.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = context.Console.WorkingDirectory;
            var options = new SolveOptions
            {
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
                Iterations = parsed.GetValue(iterations),
                TimeLimit = parsed.GetValue(timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : parsed.GetValue(iterations) is null ? TimeSpan.FromSeconds(DefaultSeconds) : null,
            };
            if (parsed.GetValue(solution) is { } target)
                OutputFile.RequireWritable(target, directory);
            if (instance.IsVroom(parsed, directory))
            {
                var path = instance.PathOf(parsed, directory);
                instance.RefuseForVroom(parsed);
                if (parsed.GetValue(initial) is not null)
                    throw new InvalidInputException(new Problem("vroom.initial", "A VROOM problem starts from the steps of its vehicles; leave the option out.", Field: "--initial"));
                return Task.FromResult(new VroomSolve(context.ReplyFor(parsed), directory, parsed.GetValue(solution), parsed.GetValue(explain), parsed.GetValue(bound))
                    .Run(path, parsed.GetValue(plan), parsed.GetRequiredValue(engine), options, cancellationToken));
            }

            if (parsed.GetValue(plan))
                throw new InvalidInputException(new Problem("plan.format", "Only VROOM's problems have routes to evaluate; 'territory check' judges a solution of the others.", Field: "--plan"));
            var problem = instance.Read(parsed, directory);
            var objective = instance.ObjectiveOf(parsed, problem);
            var parsedAt = TimeProvider.System.GetTimestamp();
            var model = new InstanceProblem(problem, objective);
            if (parsed.GetValue(initial) is { } start)
                options = options with { Initial = InitialSolution.Read(InputFile.Require(start, directory), model) };
            var solver = SolverEngine.Create(parsed.GetRequiredValue(engine), TimeProvider.System) ?? throw new InvalidOperationException("The engine was looked for when the arguments were read.");
            var boundTime = InstanceBound.Share(parsed.GetValue(bound), options);
            var reply = context.ReplyFor(parsed);
            var prepared = TimeProvider.System.GetElapsedTime(parsedAt);
            var left = options.TimeLimit - boundTime - prepared;
            var result = solver.Solve(model.Data, options with { TimeLimit = left < TimeSpan.Zero ? TimeSpan.Zero : left }, new SolveTrace(reply, progress => model.CostOf(progress), prepared), cancellationToken);
            result = result with { Best = model.Kept(result.Best) };
            var routes = InstanceProblem.ToRouteList(result.Best);
            var verdict = Territory.Optimizer.Checking.SolutionChecker.Check(problem, routes);
            if (parsed.GetValue(solution) is { } output)
                OutputFile.Write(output, directory, path => File.WriteAllText(path, RouteListFile.Format(routes with { StatedCost = verdict.Cost }, problem)));
            var report = Report(result, verdict, model, prepared, boundTime > TimeSpan.Zero ? InstanceBound.Of(model, result, boundTime, reply, cancellationToken) : null);
            if (parsed.GetValue(explain))
                Explanations.AddTo(report, reply, options.TimeLimit - TimeProvider.System.GetElapsedTime(parsedAt), model.Data, result.Best, model.UnitsPerFileUnit, client => problem.NumberOf(client + 1), vehicle => vehicle + 1);
            reply.Result(report);
            return Task.FromResult(result.WasCancelled ? ExitStatus.Interrupted : ExitStatus.Done);
        });
        return command;
    }

    private static JsonObject Report(SolveResult result, Territory.Optimizer.Checking.SolutionVerdict verdict, InstanceProblem model, TimeSpan prepared, double? lowerBound)
    {
        var report = new JsonObject
        {
            ["cost"] = Arguments.Rounded(verdict.Cost),
            ["distance"] = Arguments.Rounded(verdict.Distance),
            ["routes"] = verdict.Routes,
            ["unassigned"] = new JsonArray([.. result.Best.Unserved.Select(client => (JsonNode)model.Instance.NumberOf(client + 1))]),
            ["feasible"] = verdict.Feasible,
            ["seconds"] = Math.Round((prepared + result.Elapsed).TotalSeconds, 3),
            ["iterations"] = result.Iterations,
            ["seed"] = result.Seed,
            ["threads"] = result.Threads,
            ["engine"] = result.Engine,
            ["trace"] = new JsonArray([.. result.Trace.Select(point => (JsonNode)new JsonArray(Math.Round((prepared + point.Elapsed).TotalSeconds, 3), Arguments.Rounded(model.CostOf(point))))]),
        };
        if (lowerBound is { } bound)
            report["lower_bound"] = Arguments.Rounded(bound);
        return report;
    }
}
