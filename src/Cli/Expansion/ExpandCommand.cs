using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Commands;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Demo.Candidates;
using Territory.Grains.Work;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Reports;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Cli.Expansion;

/// <summary>Plans a rolling expansion from a scenario.</summary>
internal static class ExpandCommand
{
    /// <summary>The part of a time limit that is searched in; the bound has the rest.</summary>
    private const double SearchShare = 0.85;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("SCENARIO.json") { Description = "Template, regions and resources as JSON; --schema says how.", Arity = ArgumentArity.ZeroOrOne };
        var timeLimit = new Option<double?>("--time-limit") { Description = "Seconds; it only chooses how many iterations are done, and may leave the bound further off.", HelpName = "S" };
        var iterations = new Option<long>("--iterations") { Description = "Iterations; gives a time-limited plan again.", DefaultValueFactory = _ => SearchLimits.UsualIterations, HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The seed of outlooks and search.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Where to write plan.json, waves.csv, cash.csv and coverage.csv.", HelpName = "DIR" };
        var schema = new Option<bool>("--schema") { Description = "Prints the JSON schema of the scenario." };
        var sample = new Option<int?>("--sample") { Description = "Writes a scenario of so many invented counties to --out, to start from, and plans nothing.", HelpName = "N" };
        var terminals = new Option<int>("--sample-terminals") { Description = "Shops of a middling county of --sample.", DefaultValueFactory = _ => 900, HelpName = "N" };
        sample.Validators.Add(result => Arguments.Require(result, sample, 1, CandidateMarkets.Most));
        terminals.Validators.Add(result => Arguments.Require(result, terminals, 20, 10_000));
        timeLimit.Validators.Add(result => Arguments.RequirePositive(result, timeLimit));
        iterations.Validators.Add(result => Arguments.RequirePositive(result, iterations));
        var command = new Command("expand", "Plans a rolling expansion: which regions, in what order, when and with whom.")
        {
            file, timeLimit, iterations, seed, output, schema, sample, terminals, context.Shared.Data,
        };
        command.Validators.Add(result =>
        {
            var asked = (result.GetValue(file) is not null ? 1 : 0) + (result.GetValue(schema) ? 1 : 0) + (result.GetResult(sample) is not null ? 1 : 0);
            if (asked != 1)
                result.AddError("Give a SCENARIO.json, or --schema or --sample alone.");
            else if (result.GetResult(sample) is not null && result.GetValue(output) is null)
                result.AddError("--sample needs a folder: --out DIR.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var reply = context.ReplyFor(parsed);
            if (parsed.GetValue(schema))
            {
                reply.Result(ScenarioSchema.Create());
                return Task.FromResult(ExitStatus.Done);
            }

            var directory = parsed.GetValue(output) is { } folder ? OutputFile.RequireFolder(folder, context.Console.WorkingDirectory) : null;
            if (parsed.GetValue(sample) is { } regions)
            {
                reply.Result(new JsonObject { ["files"] = new JsonArray([.. SampleScenario.Write(directory!, regions, parsed.GetValue(terminals), parsed.GetValue(seed)).Select(name => (JsonNode)name)]) });
                return Task.FromResult(ExitStatus.Done);
            }

            var limits = new SearchLimits(parsed.GetValue(seed), parsed.GetValue(iterations));
            var path = parsed.GetValue(file)!;
            var read = new ScenarioFile(path, context.Console.WorkingDirectory);
            return read.NamesLiveRegion
                ? context.OnTerritoryAsync(parsed, territory => territory.Get<SolverPool>().RunAsync(token => Planned(territory, token), cancellationToken), cancellationToken)
                : Task.FromResult(Planned(null, cancellationToken));

            int Planned(OpenTerritory? territory, CancellationToken token)
            {
                read.ReadRegions(territory);
                return Run(read, path, limits, parsed.GetValue(timeLimit), directory, reply, token);
            }
        });
        return command;
    }

    private static int Run(ScenarioFile file, string path, SearchLimits limits, double? seconds, string? directory, Reply reply, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var study = Study(file, path, limits.Seed);
        reply.Progress($"{study.Problem.Regions.Count} of {study.Regions.Count} regions may start; searching");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stopBound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (seconds is { } limit)
        {
            var left = Math.Max(0.001, limit - TimeProvider.System.GetElapsedTime(started).TotalSeconds);
            stop.CancelAfter(TimeSpan.FromSeconds(SearchShare * left));
            stopBound.CancelAfter(TimeSpan.FromSeconds(left));
        }

        var plan = study.Plan(limits, new Found(reply, study.Problem.Objective.Goal), stop.Token, stopBound.Token);
        var report = new ExpansionReport(file.Scenario, study, plan).Create(TimeProvider.System.GetElapsedTime(started));
        if (directory is not null)
            ExpansionFiles.Write(directory, file.Scenario, study, plan, report);
        reply.Result(report);
        foreach (var missing in plan.MissingRequired)
            reply.Note($"No plan was found that opens {missing}, which is required.");
        return cancellationToken.IsCancellationRequested || plan.MissingRequired.Count > 0 ? ExitStatus.Interrupted : ExitStatus.Done;
    }

    private static ExpansionStudy Study(ScenarioFile file, string path, long seed)
    {
        try
        {
            return ScenarioStudy.Of(file.Scenario, file.Censuses, seed, file.Roads);
        }
        catch (InvalidInputException refused)
        {
            throw new InvalidInputException([.. refused.Problems.Select(problem => problem.File is null ? problem with { File = path } : problem)]);
        }
    }

    private sealed class Found(Reply reply, ExpansionGoal goal) : IProgress<WaveProgress>
    {
        public void Report(WaveProgress value) => reply.Progress(goal == ExpansionGoal.NetPresentValue
            ? FormattableString.Invariant($"iteration {value.Iterations}: {value.Objective / 100:F0}")
            : FormattableString.Invariant($"iteration {value.Iterations}: {-value.Objective / 1000:F1} weeks"));
    }
}
