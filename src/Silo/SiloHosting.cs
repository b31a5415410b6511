using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Territory.Contracts.Serialization;
using Territory.Grains.Hosting;
using Territory.Journal;
using Territory.Journal.Sqlite;
using Territory.ReadModel;

namespace Territory.Silo;

/// <summary>Puts the actors of a territory into a host.</summary>
public static class SiloHosting
{
    // A call that has not come back after this long has an unknown outcome; the caller sends the command again.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Opens the journal and registers everything the actors need. The journal is closed when the host stops.</summary>
    /// <exception cref="JournalUnusableException">The journal is damaged, foreign, or open in another process.</exception>
    public static async Task<TBuilder> AddTerritorySiloAsync<TBuilder>(this TBuilder builder, SiloSettings settings, CancellationToken cancellationToken = default)
        where TBuilder : IHostApplicationBuilder
    {
        settings.Validate();
        Directory.CreateDirectory(settings.DataDirectory);
        builder.Services.TryAddSingleton(TimeProvider.System);
        var journal = await SqliteJournal.OpenAsync(
            new SqliteJournalOptions { Path = settings.JournalFile }, [new TerritoryProjection()], TimeProvider.System, cancellationToken);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(journal);
        builder.Services.AddHostedService<JournalLifetime>();
        builder.Services.AddTerritoryGrains(journal, settings.RegionsDirectory, settings.TravelWithoutRoads, settings.Solvers);
        builder.Services.AddHostedService<OrderCutOffs>();
        builder.Services.AddHealthChecks().AddCheck<JournalHealth>("journal");
        builder.Services.AddModelSerialization();
        var ports = LoopbackPorts.FindTwo();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(ports.Silo, ports.Gateway)
            .UseInMemoryReminderService()
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout));
        return builder;
    }
}
