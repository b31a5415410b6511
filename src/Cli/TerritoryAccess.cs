using Territory.Cli.Hosting;
using Territory.Cli.Instance;
using Territory.Cli.Output;
using Territory.Model.Problems;

namespace Territory.Cli;

/// <summary>How a command gets at a territory: the running instance's own services, or a host of its own for the time of the command.</summary>
internal sealed class TerritoryAccess
{
    private readonly OpenTerritory? running;

    private TerritoryAccess(OpenTerritory? running) => this.running = running;

    public static TerritoryAccess OfThisProcess { get; } = new(null);

    /// <summary>Whether commands already run inside an instance.</summary>
    public bool IsInstance => running is not null;

    public static TerritoryAccess OfInstance(OpenTerritory territory) => new(territory);

    /// <param name="creates">Whether the command makes a territory where there is none; any other is refused there.</param>
    public async Task<int> RunAsync(
        string dataDirectory,
        IReadOnlyList<string> arguments,
        IConsole console,
        bool creates,
        Func<OpenTerritory, Task<int>> body,
        CancellationToken cancellationToken)
    {
        if (running is not null)
            return await body(running);
        DataDirectory.RequireUndamaged(dataDirectory);
        // A mistyped path must not pass for an empty territory that is sound, backed up and planned.
        if (!creates && !DataDirectory.HasTerritory(dataDirectory))
        {
            throw new InvalidInputException(new Problem(
                "data.missing", "There is no territory in this directory; name another with --data, or make one with 'territory up' or 'territory region import'.", dataDirectory));
        }

        using var instance = InstanceLock.TryTake(dataDirectory);
        if (instance is null)
        {
            var address = InstanceLock.Read(dataDirectory) ?? throw new InvalidInputException(new Problem(
                "data.in-use", "Another process owns this data directory and does not say where it listens; wait until it has started or ended.", dataDirectory));
            return await InstanceClient.RunAsync(address, arguments, console, cancellationToken);
        }

        using var host = await TerritoryHost.HeadlessAsync(dataDirectory, cancellationToken);
        await host.StartAsync(cancellationToken);
        try
        {
            return await body(new OpenTerritory(dataDirectory, host.Services));
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
