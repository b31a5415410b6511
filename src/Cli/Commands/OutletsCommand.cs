using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Regions;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Imports.Outlets;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;

namespace Territory.Cli.Commands;

/// <summary>Imports outlets from a CSV file, and takes an import back.</summary>
internal static class OutletsCommand
{
    private const int ConcurrentCommands = 256;
    private static readonly UserId Actor = new("cli");

    public static Command Create(CommandContext context)
    {
        var command = new Command("outlets", "Terminals from files.");
        command.Add(Import(context));
        command.Add(Undo(context));
        return command;
    }

    private static Command Import(CommandContext context)
    {
        var file = new Argument<string>("FILE.csv") { Description = "A CSV with Chinese or English headers; UTF-8 or GBK." };
        var region = RegionOption();
        var coordinates = CoordinatesOption();
        var dryRun = new Option<bool>("--dry-run") { Description = "Report only; import nothing." };
        var acceptGood = new Option<bool>("--accept-good") { Description = "Import the good rows although others are refused." };
        var report = new Option<string?>("--report") { Description = "Where to write the report, a line a problem.", HelpName = "OUT" };
        var command = new Command("import", "Imports terminals with a report of every row; nothing if a row is an error, unless --accept-good.") { file, region, coordinates, dryRun, acceptGood, report, context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var found = await RegionLookup.FindAsync(territory, parsed.GetValue(region)!, cancellationToken);
                var directory = context.Console.WorkingDirectory;
                var existing = await RegionLookup.TerminalsAsync(territory, cancellationToken);
                var import = OutletImport.Read(InputFile.Require(parsed.GetValue(file)!, directory), parsed.GetValue(file)!, found.Id, parsed.GetValue(coordinates), existing);
                var problems = import.Problems.Concat(await ImportedPlaces.CheckAsync(territory, found, import.Good, parsed.GetValue(file)!, cancellationToken)).ToList();
                if (parsed.GetValue(report) is { } output)
                    OutputFile.Write(output, directory, path => File.WriteAllText(path, ProblemReport.Csv(problems)));
                var reply = context.ReplyFor(parsed);
                reply.Problems(problems);
                var refused = problems.Any(problem => problem.Severity == ProblemSeverity.Error);
                var imports = !parsed.GetValue(dryRun) && (!refused || parsed.GetValue(acceptGood)) && import.Good.Count > 0;
                var batch = imports ? await RegisterAsync(territory, import.Good, cancellationToken) : null;
                reply.Result(new JsonObject
                {
                    ["region"] = found.Id.Value,
                    ["rows"] = import.Rows,
                    ["good"] = import.Good.Count,
                    ["rejected"] = import.Rejected,
                    ["imported"] = imports ? import.Good.Count : 0,
                    ["batch"] = batch,
                    ["problems"] = new JsonArray([.. problems.Select(ProblemReport.Json)]),
                });
                return refused && !parsed.GetValue(acceptGood) ? ExitStatus.Refused : ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Undo(CommandContext context)
    {
        var batch = new Argument<string>("BATCH") { Description = "The batch that the import printed." };
        var command = new Command("undo", "Takes back an import: its terminals are withdrawn, except those that have traded since.") { batch, context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var name = parsed.GetValue(batch)!;
                var terminals = await RegionLookup.BatchAsync(territory, name, cancellationToken);
                if (terminals.Count == 0)
                    throw new InvalidInputException(new Problem("outlets.batch.unknown", "No outlet was imported under that batch; see what the import printed.", Value: name));
                var results = await ForEachAsync(terminals, (grain, header) => grain.Withdraw(new WithdrawTerminal(header, $"import {name} undone"), cancellationToken), territory);
                context.ReplyFor(parsed).Result(new JsonObject
                {
                    ["batch"] = name,
                    ["withdrawn"] = results.Count(result => result.Accepted),
                    ["kept"] = new JsonArray([.. terminals.Zip(results).Where(pair => !pair.Second.Accepted).Select(pair => (JsonNode)$"{pair.First}: {pair.Second.RefusalCode}")]),
                });
                return ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }

    public static Option<CoordinateSystem> CoordinatesOption() =>
        new("--coordinates") { Description = "wgs84, gcj02 or bd09.", DefaultValueFactory = _ => CoordinateSystem.Wgs84, HelpName = "SYSTEM" };

    public static Option<string> RegionOption() => new("--region") { Description = "The region's id or name.", Required = true, HelpName = "NAME" };

    private static async Task<string> RegisterAsync(OpenTerritory territory, IReadOnlyList<TerminalFile> files, CancellationToken cancellationToken)
    {
        var batch = $"import-{territory.Get<TimeProvider>().GetUtcNow():yyyyMMdd-HHmmss}";
        var byId = files.ToDictionary(file => file.Id);
        var results = await ForEachAsync([.. byId.Keys], (grain, header) => grain.Register(new RegisterTerminal(header, byId[new TerminalId(grain.GetPrimaryKeyString())], batch), cancellationToken), territory);
        var refused = byId.Keys.Zip(results).Where(pair => !pair.Second.Accepted).ToList();
        return refused.Count == 0 ? batch : throw new InvalidInputException([.. refused.Select(pair => new Problem(pair.Second.RefusalCode!, "The outlet was refused.", Field: "code", Value: pair.First.Value))]);
    }

    private static async Task<CommandResult[]> ForEachAsync(IReadOnlyList<TerminalId> terminals, Func<ITerminalGrain, CommandHeader, Task<CommandResult>> command, OpenTerritory territory)
    {
        var results = new CommandResult[terminals.Count];
        var grains = territory.Get<IGrainFactory>();
        var now = territory.Get<TimeProvider>().GetUtcNow();
        await Parallel.ForAsync(0, terminals.Count, new ParallelOptions { MaxDegreeOfParallelism = ConcurrentCommands }, async (index, _) =>
            results[index] = await command(grains.GetGrain<ITerminalGrain>(terminals[index].Value), new CommandHeader(CommandId.New(), Actor, now)));
        return results;
    }
}
