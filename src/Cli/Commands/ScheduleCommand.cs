using System.CommandLine;
using Territory.Cli.Files;
using Territory.Cli.Plans;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Commands;

/// <summary>Schedules deliveries over the coming days from live stocks and sales.</summary>
internal static class ScheduleCommand
{
    public static Command Create(CommandContext context)
    {
        var region = OutletsCommand.RegionOption();
        var from = new Option<DateOnly>("--from") { Description = "The first day, yyyy-MM-dd.", Required = true, HelpName = "D" };
        var days = new Option<int>("--days") { Description = "Calendar days from then on.", Required = true, HelpName = "N" };
        var policy = new Option<string>("--policy") { Description = "What a delivery fills up to.", DefaultValueFactory = _ => PolicyNames.MaximumLevel, HelpName = $"{PolicyNames.OrderUpTo}|{PolicyNames.MaximumLevel}" };
        var cover = new Option<int>("--cover-days") { Description = "How many days of its sales an outlet is filled for.", DefaultValueFactory = _ => ScheduleRequest.DefaultCoverDays, HelpName = "N" };
        var timeLimit = new Option<double?>("--time-limit") { Description = "Seconds for each distributor.", HelpName = "S" };
        var iterations = new Option<long?>("--iterations") { Description = "Iterations for each distributor; gives a time-limited schedule again.", HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The random seed.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Where to write a CSV for each distributor.", HelpName = "DIR" };
        policy.AcceptOnlyFromAmong(PolicyNames.OrderUpTo, PolicyNames.MaximumLevel);
        days.Validators.Add(result => Arguments.Require(result, days, 1, ScheduleRequestRules.MostDays));
        cover.Validators.Add(result => Arguments.Require(result, cover, 1, ScheduleRequestRules.MostCoverDays));
        timeLimit.Validators.Add(result => Arguments.RequirePositive(result, timeLimit));
        iterations.Validators.Add(result => Arguments.RequirePositive(result, iterations));
        var command = new Command("schedule", "Schedules every distributor's deliveries over some days, before outlets run out.")
        {
            region, from, days, policy, cover, timeLimit, iterations, seed, output, context.Shared.Data,
        };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var reply = context.ReplyFor(parsed);
                var request = new SchedulingRequest(
                    parsed.GetValue(region)!,
                    parsed.GetValue(from),
                    parsed.GetValue(days),
                    PolicyNames.Parse(parsed.GetValue(policy)!),
                    parsed.GetValue(cover),
                    new SolveOptions
                    {
                        Seed = parsed.GetValue(seed),
                        Iterations = parsed.GetValue(iterations),
                        TimeLimit = parsed.GetValue(timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    },
                    parsed.GetValue(output) is { } directory ? OutputFile.RequireFolder(directory, context.Console.WorkingDirectory) : null);
                reply.Result(await new DeliveryScheduling(territory, reply).RunAsync(request, cancellationToken));
                return ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }
}
