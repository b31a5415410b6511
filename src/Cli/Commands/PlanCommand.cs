using System.CommandLine;
using Territory.Cli.Files;
using Territory.Cli.Plans;
using Territory.Model.Quantities;

namespace Territory.Cli.Commands;

/// <summary>Plans a day from live state and writes it as files.</summary>
internal static class PlanCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("plan", "Plans a day, or deliveries over several, from live state.");
        command.Add(Kind(context, "deliveries", "Plans the deliveries of every distributor from its open orders.", AddressOption(), (planning, request, cancellationToken) => planning.DeliveriesAsync(request, cancellationToken)));
        command.Add(Kind(context, "visits", "Plans every rep's visit list.", address: null, (planning, request, cancellationToken) => planning.VisitsAsync(request, cancellationToken)));
        command.Add(ScheduleCommand.Create(context));
        return command;
    }

    private static Command Kind(CommandContext context, string name, string description, Option<string?>? address, Func<DayPlanning, DayPlanningRequest, CancellationToken, Task<System.Text.Json.Nodes.JsonObject>> plan)
    {
        var region = OutletsCommand.RegionOption();
        var date = new Option<DateOnly>("--date") { Description = "The day to plan, yyyy-MM-dd.", Required = true, HelpName = "D" };
        var timeLimit = new Option<double?>("--time-limit") { Description = "Seconds for each plan.", HelpName = "S" };
        var iterations = new Option<long?>("--iterations") { Description = "Iterations for each plan; gives a time-limited plan again.", HelpName = "N" };
        var seed = new Option<long>("--seed") { Description = "The random seed.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Where to write tables, maps, calendars and printable sheets.", HelpName = "DIR" };
        var wholeDay = new Option<bool>("--whole-day") { Description = "Drive at the times of the whole day, not of each hour." };
        timeLimit.Validators.Add(result => Arguments.RequirePositive(result, timeLimit));
        iterations.Validators.Add(result => Arguments.RequirePositive(result, iterations));
        var command = new Command(name, description) { region, date, timeLimit, iterations, seed, output, wholeDay, context.Shared.Data };
        if (address is not null)
            command.Add(address);
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var reply = context.ReplyFor(parsed);
                var request = new DayPlanningRequest(
                    parsed.GetValue(region)!,
                    parsed.GetValue(date),
                    parsed.GetValue(seed),
                    parsed.GetValue(iterations),
                    parsed.GetValue(timeLimit) is { } seconds ? new Duration((int)Math.Ceiling(seconds)) : null,
                    parsed.GetValue(output) is { } directory ? OutputFile.RequireFolder(directory, context.Console.WorkingDirectory) : null,
                    ByTimeOfDay: !parsed.GetValue(wholeDay),
                    address is null ? null : parsed.GetValue(address));
                reply.Result(await plan(new DayPlanning(territory, reply), request, cancellationToken));
                return ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<string?> AddressOption()
    {
        var address = new Option<string?>("--address") { Description = "Where the dashboard is reached, for the code on printed sheets.", HelpName = "URL" };
        address.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValue(address), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
                result.AddError("--address must begin with http:// or https://.");
        });
        return address;
    }
}
