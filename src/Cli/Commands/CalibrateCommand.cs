using System.CommandLine;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Scenarios;
using Territory.Grains.Lab;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Cli.Commands;

/// <summary>Fits a scenario's numbers to a market's deliveries and says how well it forecasts weeks it has not seen.</summary>
internal static class CalibrateCommand
{
    private const int MostWeeks = 520;
    private const int MostRuns = 1_000_000;
    private const int UsualRuns = 10_000;
    private const int UsualSets = 200;

    public static Command Create(CommandContext context)
    {
        var firstRuns = new CalibrationOptions { Seed = 0 }.FirstFactor;
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario, a JSON file that begins where the history begins." };
        var history = new Argument<string?>("HISTORY") { Description = "The market's deliveries, a CSV with date, terminal and cases; those of the live region unless given.", Arity = ArgumentArity.ZeroOrOne };
        var parameters = new Option<ParameterRange[]>("--parameter")
        {
            Description = "A number of the scenario to fit and its range, for example rules.adoption.perCall=0.01..0.3:log; again for each.",
            CustomParser = ParameterRange.ParseAll,
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            HelpName = ParameterRange.Form,
        };
        var heldOut = new Option<int>("--hold-out") { Description = "The last weeks, which are forecast and not fitted to.", DefaultValueFactory = _ => 4, HelpName = "N" };
        var population = new Option<int>("--population") { Description = "Parameter sets that are kept.", DefaultValueFactory = _ => UsualSets, HelpName = "N" };
        var budget = new Option<int>("--runs") { Description = "Runs of the scenario at most.", DefaultValueFactory = _ => UsualRuns, HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The random seed.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var threads = new Option<int>("--threads") { Description = "Runs at once; never changes a result.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Where to write fit.json, sample.csv and the fitted scenario.json.", HelpName = "DIR" };
        heldOut.Validators.Add(result => Arguments.Require(result, heldOut, 1, MostWeeks));
        population.Validators.Add(result => Arguments.Require(result, population, 20, 10_000));
        budget.Validators.Add(result => Arguments.Require(result, budget, 100, MostRuns));
        threads.Validators.Add(result => Arguments.Require(result, threads, 1, 256));
        var command = new Command("calibrate", "Fits a market scenario to what a real market was delivered, and tries the fit on weeks it has not seen.")
        {
            scenario, history, parameters, heldOut, population, budget, seed, threads, output, context.Shared.Data,
        };
        command.Validators.Add(result =>
        {
            try
            {
                // What is not given has no value yet while arguments are looked at.
                var runs = result.GetResult(budget) is null ? UsualRuns : result.GetValue(budget);
                var sets = result.GetResult(population) is null ? UsualSets : result.GetValue(population);
                if (runs < firstRuns * (long)sets)
                    result.AddError($"--runs must be at least {firstRuns} times --population (found {runs} and {sets}): so many draws is the first population chosen from.");
            }
            catch (InvalidOperationException)
            {
                // The parser has said what is wrong with one of them.
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var reply = context.ReplyFor(parsed);
            var name = parsed.GetValue(scenario)!;
            var path = InputFile.Require(name, context.Console.WorkingDirectory);
            var text = File.ReadAllText(path);
            var ranges = parsed.GetValue(parameters)!;
            var folder = parsed.GetValue(output) is { } directory ? OutputFile.RequireFolder(directory, context.Console.WorkingDirectory) : null;
            var options = new MarketFitOptions
            {
                Calibration = new CalibrationOptions
                {
                    Seed = unchecked((ulong)parsed.GetValue(seed)),
                    Population = parsed.GetValue(population),
                    Budget = parsed.GetValue(budget),
                    Threads = parsed.GetValue(threads),
                },
                HeldOutWeeks = parsed.GetValue(heldOut),
            };
            return ScenarioText.NamesLiveRegion(text)
                ? context.OnTerritoryAsync(parsed, territory => territory.Get<SolverPool>().RunAsync(token => Run(territory, token), cancellationToken), cancellationToken)
                : Task.Run(() => Run(null, cancellationToken), CancellationToken.None);

            int Run(OpenTerritory? territory, CancellationToken token)
            {
                var read = new ScenarioParameters(text, name, new ScenarioCensus(Path.GetDirectoryName(path)!, territory), [.. ranges.Select(range => range.Path)]);
                var deliveries = parsed.GetValue(history) is { } file
                    ? DeliveryFile.Read(InputFile.Require(file, context.Console.WorkingDirectory), file)
                    : Live(read.Read.Scenario, territory, name);
                if (read.RangeProblems([.. ranges.Select(range => (range.Low, range.High))]) is { Count: > 0 } problems)
                    throw new InvalidInputException(problems);
                // Ctrl-C ends the fit, and what it has found is tried and printed.
                var fit = new MarketFit(read, deliveries, [.. ranges.Select(range => range.Unknown)], options).Run(new PopulationLines(reply), CancellationToken.None, token);
                var report = new FitReport(fit, options, read.Read.Setup.FirstDay).Create();
                if (folder is not null)
                {
                    OutputFile.Write("fit.json", folder, target => File.WriteAllText(target, report.ToJsonString()));
                    OutputFile.Write("sample.csv", folder, target => File.WriteAllText(target, SampleTable.Of(fit.Backtest.Posterior)));
                    OutputFile.Write("scenario.json", folder, target => File.WriteAllText(target, read.TextWith([.. fit.Backtest.Posterior.Estimates.Select(estimate => estimate.Median)])));
                }

                reply.Result(report);
                return fit.Backtest.Posterior.End == CalibrationEnd.Cancelled ? ExitStatus.Interrupted : ExitStatus.Done;
            }
        });
        return command;
    }

    private static List<Delivery> Live(Scenario scenario, OpenTerritory? territory, string file)
    {
        var regions = scenario.Regions.Select(region => region.Terminals.Live?.Region).OfType<string>().ToList();
        if (territory is null || regions.Count == 0)
            throw new InvalidInputException(new Problem("history.missing", "A history is needed: a CSV of deliveries, or a scenario of a live region.", file));
        var live = new LiveDeliveries(territory.Get<IJournal>());
        return [.. regions.SelectMany(region => live.ReadAsync(region, scenario.FirstDay, scenario.Days, CancellationToken.None).GetAwaiter().GetResult())];
    }

    private sealed class PopulationLines(Reply reply) : IProgress<PopulationRecord>
    {
        public void Report(PopulationRecord value) =>
            reply.Progress($"tolerance {value.Tolerance:F3} after {value.Runs} runs, {value.Acceptance:P1} accepted");
    }
}
