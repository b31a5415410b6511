using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Journal.Sqlite;

namespace Territory.Cli.Commands;

/// <summary>Proves the journal's integrity and that the read model equals its recomputation.</summary>
internal static class VerifyJournalCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("verify-journal", "Proves that the journal is whole and that the read model equals its recomputation.") { context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var verification = await territory.Get<SqliteJournal>().VerifyAsync(cancellationToken: cancellationToken);
                foreach (var defect in verification.Defects)
                    context.Console.Error(defect.ToString());
                context.ReplyFor(parsed).Result(new JsonObject
                {
                    ["sound"] = verification.IsSound,
                    ["position"] = verification.Position,
                    ["events"] = verification.Events,
                    ["streams"] = verification.Streams,
                    ["tableRows"] = verification.TableRows,
                    ["defects"] = new JsonArray([.. verification.Defects.Select(defect => (JsonNode)defect.ToString())]),
                });
                return verification.IsSound ? ExitStatus.Done : ExitStatus.Refused;
            },
            cancellationToken));
        return command;
    }
}
