using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Roads.Matrices;
using Territory.Roads.Providers.Configuration;

namespace Territory.Cli.Hosting;

/// <summary>Opens the travel figures of regions without roads as the data directory's <c>routing.json</c> says, and closes them with the host.</summary>
internal sealed class TravelFiguresLifetime(TravelFigures figures, TravelLog log, ILogger<TravelFigures> logger) : IHostedService
{
    /// <summary>To be called before the actors are added: hosted services stop in reverse order, and plans under way still use the figures.</summary>
    /// <exception cref="Model.Problems.InvalidInputException">The file cannot be followed.</exception>
    public static IMatrixProvider AddTo(IHostApplicationBuilder builder, string dataDirectory)
    {
        var log = new TravelLog(TimeProvider.System);
        var figures = TravelFigures.Open(dataDirectory, Environment.GetEnvironmentVariable, TimeProvider.System, log.Note);
        builder.Services.AddHostedService(services => new TravelFiguresLifetime(figures, log, services.GetRequiredService<ILogger<TravelFigures>>()));
        return figures.Provider;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        log.Attach(logger);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await figures.DisposeAsync();
}
