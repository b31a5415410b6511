using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Cli.Hosting;
using Territory.Cli.Instance;
using Territory.Cli.Regions;
using Territory.Demo;
using Territory.Model.Problems;

namespace Territory.Cli.Commands;

/// <summary>The whole product in one process on one machine.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 5080;
    private const double FastestSpeed = 1000;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = "The port on this machine; 0 takes any free one.", DefaultValueFactory = _ => DefaultPort, HelpName = "N" };
        var region = new Option<string?>("--region") { Description = "The region whose market to run; by default all.", HelpName = "NAME" };
        var speed = new Option<double?>("--speed") { Description = "Simulated seconds per second, 1 to 1000; opens a market where there is none.", HelpName = "X" };
        var noDemo = new Option<bool>("--no-demo") { Description = "Leave an empty data directory empty." };
        var command = new Command("up", "Runs the whole product: actors, journal, optimiser, simulated market, dashboard.") { port, region, speed, noDemo, context.Shared.Data };
        port.Validators.Add(result => Arguments.Require(result, port, 0, ushort.MaxValue));
        speed.Validators.Add(result => Arguments.Require(result, speed, 1, FastestSpeed));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = context.DataDirectory(parsed);
            if (context.Access.IsInstance)
                throw Running(directory);
            DataDirectory.RequireUndamaged(directory);
            // In a new territory there will be the demo region or none; a mistyped name must not leave a new territory behind.
            if (parsed.GetValue(region) is { } name && !DataDirectory.HasTerritory(directory))
                RegionLookup.Choose(parsed.GetValue(noDemo) ? [] : [DemoCounty.Generate().Region], name);
            using var instance = InstanceLock.TryTake(directory) ?? throw Running(directory);
            var reply = context.ReplyFor(parsed);
            await using var product = await Product.StartAsync(directory, instance, parsed.GetValue(port), reply, cancellationToken);
            if (!parsed.GetValue(noDemo))
                await product.EnsureDemoAsync(cancellationToken);
            await product.RunMarketsAsync(parsed.GetValue(region), parsed.GetValue(speed), cancellationToken);
            reply.Result(new JsonObject { ["address"] = product.Address, ["signIn"] = await product.FirstSignInLinkAsync(cancellationToken) });
            reply.Progress($"Territory is at {product.Address}; Ctrl-C stops it.");
            await product.WaitAsync(cancellationToken);
            return ExitStatus.Done;
        });
        return command;
    }

    private static InvalidInputException Running(string directory) => new(new Problem(
        "data.in-use",
        InstanceLock.Read(directory) is { } instance ? $"A territory is running on this data directory at {instance.Address}." : "Another process owns this data directory.",
        directory));
}
