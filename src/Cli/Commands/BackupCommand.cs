using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Backups;

namespace Territory.Cli.Commands;

/// <summary>A consistent online copy of everything in the data directory.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var output = new Argument<string>("OUT") { Description = "The backup file to write." };
        var command = new Command("backup", "Writes a consistent copy of journal, identity, regions and attachments, also while the territory runs.") { output, context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var path = Path.GetFullPath(parsed.GetValue(output)!, context.Console.WorkingDirectory);
                var written = await Backup.WriteAsync(territory, path, cancellationToken);
                context.ReplyFor(parsed).Result(new JsonObject { ["file"] = path, ["position"] = written.Position, ["bytes"] = written.Bytes, ["files"] = written.Files });
                return ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }
}
