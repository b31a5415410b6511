using System.CommandLine;
using System.Text;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Scenarios;
using Territory.Grains.Work;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Json;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Cli.Commands;

/// <summary>Runs a market scenario and its variants.</summary>
internal static class SimulateCommand
{
    private const int MostReplications = 10_000;

    /// <summary>How long a width is waited for where nobody says.</summary>
    private const int MostUntilNarrow = 1_000;

    private const int MostThreads = 256;

    public static Command Create(CommandContext context)
    {
        var scenario = new Argument<string?>("SCENARIO") { Description = "The scenario, a JSON file; --schema prints its form.", Arity = ArgumentArity.ZeroOrOne };
        var replications = new Option<int>("--replications") { Description = $"How often each variant is run; at most, with --within. {ScenarioRunOptions.UsualReplications} unless given, {MostUntilNarrow} with --within.", DefaultValueFactory = _ => ScenarioRunOptions.UsualReplications, HelpName = "N" };
        var threads = new Option<int>("--threads") { Description = "Replications at once; never changes a result.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The random seed; scenarios run with one seed meet the same luck.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var antithetic = new Option<bool>("--antithetic") { Description = "Each replication is the mean of two runs with opposite luck." };
        var within = new Option<double?>("--within") { Description = "Stop when every region's contribution is known within this share of its mean: 0.02 is 2 %.", HelpName = "SHARE" };
        var vary = new Option<ParameterRange[]>("--vary")
        {
            Description = "Also show what moves the answer: a number of the scenario and how low and high it may be; again for each.",
            CustomParser = ParameterRange.ParseAll,
            Arity = ArgumentArity.OneOrMore,
            HelpName = "PATH=LOW..HIGH",
        };
        var output = new Option<string?>("--out") { Description = "Where to write result.json and weeks.csv.", HelpName = "DIR" };
        var hash = new Option<bool>("--hash") { Description = "Also print the hash of each replication's final state." };
        var schema = new Option<bool>("--schema") { Description = "Print the scenario's JSON schema." };
        replications.Validators.Add(result => Arguments.Require(result, replications, 1, MostReplications));
        threads.Validators.Add(result => Arguments.Require(result, threads, 1, MostThreads));
        within.Validators.Add(result => Arguments.RequirePositive(result, within));
        var command = new Command("simulate", "Runs a market scenario and its variants, each many times under the same luck, and compares them.")
        {
            scenario, replications, threads, seed, antithetic, within, vary, output, hash, schema, context.Shared.Data,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(schema) && result.GetValue(scenario) is null)
                result.AddError("A scenario is needed; --schema prints its form.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var reply = context.ReplyFor(parsed);
            if (parsed.GetValue(schema))
            {
                reply.Result(ScenarioSchema.Of<Scenario>("Market scenario"));
                return Task.FromResult(ExitStatus.Done);
            }

            var name = parsed.GetValue(scenario)!;
            var path = InputFile.Require(name, context.Console.WorkingDirectory);
            var options = new ScenarioRunOptions
            {
                Seed = unchecked((ulong)parsed.GetValue(seed)),
                Replications = parsed.GetValue(within) is not null && parsed.GetResult(replications) is not { Implicit: false } ? MostUntilNarrow : parsed.GetValue(replications),
                Threads = parsed.GetValue(threads),
                Antithetic = parsed.GetValue(antithetic),
                ContributionWithin = parsed.GetValue(within),
            };
            var folder = parsed.GetValue(output) is { } directory ? OutputFile.RequireFolder(directory, context.Console.WorkingDirectory) : null;
            var text = File.ReadAllText(path);
            return ScenarioText.NamesLiveRegion(text)
                ? context.OnTerritoryAsync(parsed, territory => territory.Get<SolverPool>().RunAsync(token => Run(territory, token), cancellationToken), cancellationToken)
                : Task.Run(() => Run(null, cancellationToken), CancellationToken.None);

            int Run(OpenTerritory? territory, CancellationToken token)
            {
                var census = new CachedCensus(new ScenarioCensus(Path.GetDirectoryName(path)!, territory));
                var read = ScenarioReader.Read(text, name, census);
                var started = TimeProvider.System.GetTimestamp();
                var result = ScenarioRun.Run(read, options, new ReplicationLines(reply), token);
                var report = ScenarioReport.Of(result, TimeProvider.System.GetElapsedTime(started).TotalSeconds, parsed.GetValue(hash));
                if (read.FieldCosts.Any(fit => fit is not null))
                    report["fieldCosts"] = ScenarioReport.FieldCosts(read);
                if (parsed.GetValue(vary) is { Length: > 0 } ranges)
                {
                    var parameters = new ScenarioParameters(text, name, census, [.. ranges.Select(range => range.Path)]);
                    report["sensitivity"] = TornadoReport.Of(ScenarioSensitivity.Run(parameters, [.. ranges.Select(range => (range.Low, range.High))], options, null, token));
                }

                if (folder is not null)
                {
                    OutputFile.Write("result.json", folder, file => File.WriteAllText(file, report.ToJsonString()));
                    OutputFile.Write("weeks.csv", folder, file => File.WriteAllText(file, WeekTable.Of(result), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)));
                }

                reply.Result(report);
                if (result.Base.Replications.Finished.Count == 0 && result.Base.Replications.Failed.Count > 0)
                    return ExitStatus.InternalFailure;
                return result.IsComplete && !token.IsCancellationRequested ? ExitStatus.Done : ExitStatus.Interrupted;
            }
        });
        return command;
    }

    private sealed class ReplicationLines(Reply reply) : IProgress<ScenarioProgress>
    {
        public void Report(ScenarioProgress value)
        {
            if (value.Replications.Finished % 10 == 0)
                reply.Progress($"{value.Name} ({value.Variant + 1} of {value.Variants}): {value.Replications.Finished} of {value.Replications.Planned} replications, {value.Replications.Failed} failed");
        }
    }
}
