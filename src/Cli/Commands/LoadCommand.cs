using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using Territory.Cli.Hosting;
using Territory.Cli.Load;
using Territory.Model.Problems;

namespace Territory.Cli.Commands;

/// <summary>Drives commands against a territory and compares every acknowledgement with what is stored.</summary>
internal static class LoadCommand
{
    public static Command Create(CommandContext context)
    {
        var terminals = new Option<int>("--terminals") { Description = "Outlets that send commands.", Required = true, HelpName = "N" };
        var rate = new Option<double>("--rate") { Description = "Commands a second in all.", Required = true, HelpName = "R" };
        var seconds = new Option<double>("--seconds") { Description = "How long.", Required = true, HelpName = "S" };
        var target = new Option<string?>("--target") { Description = "A running instance's address; by default one is started in a temporary directory.", HelpName = "URL" };
        var token = new Option<string?>("--token") { Description = "The instance's token, from instance.json in its data directory.", HelpName = "T" };
        terminals.Validators.Add(result => Arguments.RequirePositive(result, terminals));
        rate.Validators.Add(result => Arguments.RequirePositive(result, rate));
        seconds.Validators.Add(result => Arguments.RequirePositive(result, seconds));
        var command = new Command("load", "Drives commands and compares every acknowledgement with what is stored.") { terminals, rate, seconds, target, token };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = new LoadPlan(parsed.GetValue(terminals), parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            var result = parsed.GetValue(target) is { } address
                ? await RemoteAsync(address, parsed.GetValue(token), plan, cancellationToken)
                : await InTemporaryDirectoryAsync(plan, cancellationToken);
            context.ReplyFor(parsed).Result(new JsonObject
            {
                ["commands"] = result.Commands,
                ["per_second"] = Math.Round(result.PerSecond, 1),
                ["p50_ms"] = Math.Round(result.MedianMilliseconds, 2),
                ["p99_ms"] = Math.Round(result.Percentile99Milliseconds, 2),
                ["lost"] = result.Lost,
                ["doubled"] = result.Doubled,
            });
            return result.Lost == 0 && result.Doubled == 0 ? ExitStatus.Done : ExitStatus.Refused;
        });
        return command;
    }

    private static async Task<LoadResult> RemoteAsync(string address, string? token, LoadPlan plan, CancellationToken cancellationToken)
    {
        if (token is null)
            throw new InvalidInputException(new Problem("load.token", "A token is needed with --target; it stands in instance.json in the instance's data directory.", Field: "--token"));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            throw new InvalidInputException(new Problem("load.target", "The target must be an address of this machine, for example http://127.0.0.1:5080.", Field: "--target", Value: address));
        using var target = new RemoteLoadTarget(uri, token);
        try
        {
            return await new LoadRun(target, plan).RunAsync(cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.StatusCode is null or HttpStatusCode.NotFound)
        {
            throw new InvalidInputException(new Problem(
                "load.target", $"No instance of this token answers there: {failure.Message} The token stands in instance.json in the instance's data directory.", Field: "--target", Value: address));
        }
    }

    private static async Task<LoadResult> InTemporaryDirectoryAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("territory-load-");
        try
        {
            using var host = await TerritoryHost.HeadlessAsync(directory.FullName, cancellationToken);
            await host.StartAsync(cancellationToken);
            var result = await new LoadRun(new LocalLoadTarget(new OpenTerritory(directory.FullName, host.Services)), plan).RunAsync(cancellationToken);
            await host.StopAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
