using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Formats.Vroom;

namespace Territory.Cli.Commands;

/// <summary>Judges a solution with code that shares nothing with the search.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var instance = new InstanceOptions();
        var solution = new Argument<string>("SOLUTION") { Description = "Routes as 'Route #1: 3 7 2' lines, with several depots as 'depot vehicle duration load 0 3 7 2 0', in VRPLIB one line for each vehicle with its depot where it reloads; for VROOM its JSON." };
        var command = new Command("check", "Judges a solution of a routing problem.");
        instance.AddTo(command);
        command.Add(solution);
        command.SetAction((parsed, _) =>
        {
            var directory = context.Console.WorkingDirectory;
            var verdict = Judge(instance, parsed, InputFile.Require(parsed.GetRequiredValue(solution), directory), directory);
            context.ReplyFor(parsed).Result(new JsonObject
            {
                ["feasible"] = verdict.Feasible,
                ["cost"] = Arguments.Rounded(verdict.Cost),
                ["distance"] = Arguments.Rounded(verdict.Distance),
                ["routes"] = verdict.Routes,
                ["violations"] = new JsonArray([.. verdict.Violations.Select(violation => (JsonNode)new JsonObject
                {
                    ["rule"] = violation.Rule,
                    ["route"] = violation.Route,
                    ["stop"] = violation.Stop,
                    ["by"] = Arguments.Rounded(violation.By),
                })]),
            });
            return Task.FromResult(verdict.Feasible ? ExitStatus.Done : ExitStatus.Refused);
        });
        return command;
    }

    private static SolutionVerdict Judge(InstanceOptions instance, ParseResult parsed, string solution, string directory)
    {
        if (instance.IsVroom(parsed, directory))
        {
            instance.RefuseForVroom(parsed);
            var path = instance.PathOf(parsed, directory);
            // Made for its checks of the file alone.
            var input = new VroomModel(VroomFile.ReadProblem(path), path).Input;
            return VroomChecker.Check(input, VroomFile.ReadSolution(solution));
        }

        var problem = instance.Read(parsed, directory);
        return SolutionChecker.Check(problem, RouteListFile.Read(solution, problem));
    }
}
