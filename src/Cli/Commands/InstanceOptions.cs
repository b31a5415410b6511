using System.CommandLine;
using Territory.Cli.Files;
using Territory.Optimizer.Formats;

namespace Territory.Cli.Commands;

/// <summary>The problem file and how to read it; shared by solve and check.</summary>
internal sealed class InstanceOptions
{
    private readonly Argument<string> file = new("FILE") { Description = "The problem, plain or gzip." };
    private readonly Option<string> format = new("--format") { Description = "auto, vrplib, solomon, cordeau or lilim.", DefaultValueFactory = _ => "auto", HelpName = "FORMAT" };
    private readonly Option<string> rounding = new("--rounding") { Description = "auto, exact, nearest or dimacs.", DefaultValueFactory = _ => "auto", HelpName = "RULE" };
    private readonly Option<string?> objective = new("--objective") { Description = "distance or vehicles-first; Li and Lim's text is vehicles-first unless said.", HelpName = "OBJECTIVE" };

    public InstanceOptions()
    {
        format.AcceptOnlyFromAmong("auto", "vrplib", "solomon", "cordeau", "lilim");
        rounding.AcceptOnlyFromAmong("auto", "exact", "nearest", "dimacs");
        objective.AcceptOnlyFromAmong("distance", "vehicles-first");
    }

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(format);
        command.Add(rounding);
        command.Add(objective);
    }

    public RoutingInstance Read(ParseResult parsed, string directory) => InstanceReader.Read(
        InputFile.Require(parsed.GetValue(file)!, directory),
        Enum.Parse<InstanceFormat>(parsed.GetValue(format)!, ignoreCase: true),
        Enum.Parse<RoundingRule>(parsed.GetValue(rounding)!, ignoreCase: true));

    public RoutingObjective ObjectiveOf(ParseResult parsed, RoutingInstance instance) => parsed.GetValue(objective) switch
    {
        null => instance.UsualObjective,
        "vehicles-first" => RoutingObjective.VehiclesFirst,
        _ => RoutingObjective.Distance,
    };
}
