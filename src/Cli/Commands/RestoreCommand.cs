using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Backups;
using Territory.Cli.Files;
using Territory.Cli.Instance;
using Territory.Model.Problems;

namespace Territory.Cli.Commands;

/// <summary>The return of a backup into an empty data directory.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new Argument<string>("IN") { Description = "A file from 'territory backup'." };
        var command = new Command("restore", "Puts a backup into an empty data directory.") { input, context.Shared.Data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = context.DataDirectory(parsed);
            var path = InputFile.Require(parsed.GetValue(input)!, context.Console.WorkingDirectory);
            if (context.Access.IsInstance)
                throw InUse(directory);
            using var instance = InstanceLock.TryTake(directory) ?? throw InUse(directory);
            var restored = await Backup.ReadAsync(path, directory, cancellationToken);
            context.ReplyFor(parsed).Result(new JsonObject { ["data"] = directory, ["position"] = restored.Position, ["files"] = restored.Files });
            return ExitStatus.Done;
        });
        return command;
    }

    private static InvalidInputException InUse(string directory) =>
        new(new Problem("data.in-use", "A territory is running on this data directory; stop it before restoring.", directory));
}
