using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Silo;

namespace Territory.Cli.Hosting;

/// <summary>A host for one command: the actors and the journal, without the web.</summary>
internal static class TerritoryHost
{
    public static async Task<IHost> HeadlessAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "territory" });
        builder.Logging.AddSimpleConsole().AddFilter(level => level >= LogLevel.Warning);
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        var travel = TravelFiguresLifetime.AddTo(builder, dataDirectory);
        await builder.AddTerritorySiloAsync(new SiloSettings { DataDirectory = dataDirectory, TravelWithoutRoads = travel }, cancellationToken);
        return builder.Build();
    }
}
