using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Simulation.KnownAnswers.BeerGame;

namespace Territory.Cli.Verification;

/// <summary>Plays a beer game that a file describes.</summary>
internal static class BeerGameCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("FILE") { Description = "The game as JSON; --schema says how.", Arity = ArgumentArity.ZeroOrOne };
        var schema = new Option<bool>("--schema") { Description = "Prints the JSON schema of the file, with Sterman's game as its example." };
        var weekly = new Option<bool>("--weekly") { Description = "Also every week's orders and net inventory." };
        var command = new Command("beer-game", "Plays a beer game (Sterman 1989) and prints what each stage paid.") { file, schema, weekly };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null != result.GetValue(schema))
                result.AddError("Give a FILE, or --schema alone.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            if (parsed.GetValue(schema))
                return BeerGameSchema.Create();
            var setup = BeerGameFile.Read(parsed.GetValue(file)!, context.Console.WorkingDirectory);
            var outcomes = BeerGamePlay.Play(setup);
            return new JsonObject
            {
                ["weeks"] = setup.Weeks,
                ["cost"] = Figures.Of(outcomes.Sum(outcome => outcome.Cost)),
                ["stages"] = new JsonArray([.. outcomes.Select((outcome, index) => (JsonNode)Stage(BeerGameFile.StageNames[index], outcome, parsed.GetValue(weekly)))]),
            };
        });
    }

    private static JsonObject Stage(string name, StageOutcome outcome, bool weekly)
    {
        var result = new JsonObject
        {
            ["stage"] = name,
            ["cost"] = Figures.Of(outcome.Cost),
            ["holdingCost"] = Figures.Of(outcome.HoldingCost),
            ["backlogCost"] = Figures.Of(outcome.BacklogCost),
            ["largestOrder"] = Figures.Of(outcome.LargestOrder),
            ["largestBacklog"] = Figures.Of(outcome.LargestBacklog),
        };
        if (weekly)
        {
            result["orders"] = Figures.Of(outcome.Orders);
            result["netInventory"] = Figures.Of(outcome.NetInventory);
        }

        return result;
    }
}
