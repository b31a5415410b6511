using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Output;
using Territory.Cli.Verification;
using Territory.Simulation.KnownAnswers.Suite;

namespace Territory.Cli.Commands;

/// <summary>The known-answer suite, one of its rows, or one computation with the caller's own parameters.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var rows = string.Join(", ", KnownAnswerSuite.Tests.Select(test => test.Row));
        var name = new Argument<string?>("NAME") { Description = $"A row of the suite: {rows}. All of them unless given.", Arity = ArgumentArity.ZeroOrOne };
        var seed = new Option<long>("--seed") { Description = "The seed of what is simulated.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command("verify", "Holds the simulator and the optimiser against answers known from elsewhere; or computes one of them with your own parameters.") { name, seed };
        command.Add(SerialComputation.Create(context));
        command.Add(BeerGameCommand.Create(context));
        foreach (var computation in StockComputations.Create(context).Concat(MarketComputations.Create(context)))
            command.Add(computation);
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Find(result.Tokens[0].Value) is null)
                result.AddError($"There is no \"{result.Tokens[0].Value}\" to verify. Rows: {rows}. Computations: {string.Join(", ", command.Subcommands.Select(computation => computation.Name).Order(StringComparer.Ordinal))}.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reply = context.ReplyFor(parsed);
            var tests = parsed.GetValue(name) is { } row ? [Find(row)!] : KnownAnswerSuite.Tests;
            var started = TimeProvider.System.GetTimestamp();
            var answers = await KnownAnswerSuite.RunAsync(tests, parsed.GetValue(seed), new RowProgress(reply), cancellationToken);
            var failed = answers.Count(answer => !answer.Holds);
            reply.Result(new JsonObject
            {
                ["passed"] = failed == 0,
                ["answers"] = answers.Count,
                ["failed"] = failed,
                ["seed"] = parsed.GetValue(seed),
                ["seconds"] = Math.Round(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 3),
                ["tests"] = new JsonArray([.. answers.Select(answer => (JsonNode)Report(answer))]),
            });
            return failed == 0 ? ExitStatus.Done : ExitStatus.Refused;
        });
        return command;
    }

    private static KnownAnswerTest? Find(string row) => KnownAnswerSuite.Tests.FirstOrDefault(test => string.Equals(test.Row, row, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Report(KnownAnswer answer) => new()
    {
        ["row"] = answer.Row,
        ["test"] = answer.Test,
        ["expected"] = Figures.Of(answer.Expected),
        ["got"] = Figures.Of(answer.Got),
        ["tolerance"] = Figures.Of(answer.Tolerance),
        ["interval"] = answer.HalfWidth is { } half ? new JsonArray(Figures.Of(answer.Got - half), Figures.Of(answer.Got + half)) : null,
        ["verdict"] = answer.Holds ? "pass" : "fail",
        ["source"] = answer.Source,
    };

    private sealed class RowProgress(Reply reply) : IProgress<IReadOnlyList<KnownAnswer>>
    {
        public void Report(IReadOnlyList<KnownAnswer> value)
        {
            var failed = value.Count(answer => !answer.Holds);
            reply.Progress($"{value[0].Row}: {(failed == 0 ? $"{value.Count} as known" : $"{failed} of {value.Count} not as known")}");
        }
    }
}
