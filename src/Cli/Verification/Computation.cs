using System.CommandLine;
using System.Text.Json.Nodes;

namespace Territory.Cli.Verification;

/// <summary>A command that computes and prints one object.</summary>
internal static class Computation
{
    public static Command Answering(Command command, CommandContext context, Func<ParseResult, JsonObject> compute)
    {
        command.SetAction((parsed, _) =>
        {
            context.ReplyFor(parsed).Result(compute(parsed));
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }
}
