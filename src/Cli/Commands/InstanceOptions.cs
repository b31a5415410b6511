using System.CommandLine;
using Territory.Cli.Files;
using Territory.Model.Problems;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Formats.Vroom;

namespace Territory.Cli.Commands;

/// <summary>The problem file and how to read it; shared by solve and check.</summary>
internal sealed class InstanceOptions
{
    private readonly Argument<string> file = new("FILE") { Description = "The problem, plain or gzip." };
    private readonly Option<string> format = new("--format") { Description = "auto, vrplib, solomon, cordeau, lilim or vroom.", DefaultValueFactory = _ => "auto", HelpName = "FORMAT" };
    private readonly Option<string> rounding = new("--rounding") { Description = "auto, exact, nearest or dimacs.", DefaultValueFactory = _ => "auto", HelpName = "RULE" };
    private readonly Option<string?> objective = new("--objective") { Description = "distance or vehicles-first; Li and Lim's text is vehicles-first unless said.", HelpName = "OBJECTIVE" };

    public InstanceOptions()
    {
        format.AcceptOnlyFromAmong("auto", "vrplib", "solomon", "cordeau", "lilim", "vroom");
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

    /// <summary>Whether the file is VROOM's JSON, as said or by its first character.</summary>
    public bool IsVroom(ParseResult parsed, string directory) => parsed.GetValue(format) switch
    {
        "vroom" => true,
        "auto" => VroomFile.IsJson(PathOf(parsed, directory)),
        _ => false,
    };

    /// <exception cref="InvalidInputException">An option was given that says nothing of a VROOM problem.</exception>
    public void RefuseForVroom(ParseResult parsed)
    {
        string[] idle = [.. new[] { (rounding.Name, parsed.GetValue(rounding) != "auto"), (objective.Name, parsed.GetValue(objective) is not null) }.Where(option => option.Item2).Select(option => option.Name)];
        if (idle.Length > 0)
            throw new InvalidInputException([.. idle.Select(name => new Problem("vroom.option", "A VROOM problem states its own units and costs; leave the option out.", Field: name))]);
    }

    public string PathOf(ParseResult parsed, string directory) => InputFile.Require(parsed.GetRequiredValue(file), directory);

    public RoutingInstance Read(ParseResult parsed, string directory) => InstanceReader.Read(
        PathOf(parsed, directory),
        Enum.Parse<InstanceFormat>(parsed.GetValue(format)!, ignoreCase: true),
        Enum.Parse<RoundingRule>(parsed.GetValue(rounding)!, ignoreCase: true));

    public RoutingObjective ObjectiveOf(ParseResult parsed, RoutingInstance instance) => parsed.GetValue(objective) switch
    {
        null => instance.UsualObjective,
        "vehicles-first" => RoutingObjective.VehiclesFirst,
        _ => RoutingObjective.Distance,
    };
}
