using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;
using Orleans.TestingHost;
using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Reps;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Grains.Hosting;
using Territory.Grains.Work;
using Territory.Journal.Sqlite;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Terminals;
using Territory.ReadModel;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Fixtures;

/// <summary>A silo with all grains over a journal in a directory of its own. It can be killed and started again on the same directory.</summary>
internal sealed class TerritoryCluster : IAsyncDisposable
{
    private static readonly UserId Tester = new("tester");

    private readonly string folder = Directory.CreateTempSubdirectory("territory-grains-").FullName;
    private TimeProvider? clock;
    private SqliteJournal journal = null!;
    private InProcessTestCluster cluster = null!;

    public IGrainFactory Grains => cluster.Client;

    public SqliteJournal Journal => journal;

    public string RegionsDirectory => Path.Combine(folder, "regions");

    /// <param name="clock">The clock of grains and reminders; null: real time.</param>
    public static async Task<TerritoryCluster> StartAsync(TimeProvider? clock = null)
    {
        var started = new TerritoryCluster { clock = clock };
        await started.OpenAsync();
        return started;
    }

    /// <summary>A region with three products, a distributor, a rep and a vehicle.</summary>
    public static Task<TerritoryCluster> StartWithRegionAsync(params Product[] products) => StartWithRegionAsync(clock: null, products);

    public static async Task<TerritoryCluster> StartWithRegionAsync(TimeProvider? clock, params Product[] products)
    {
        var started = await StartAsync(clock);
        Product[] listed = products.Length > 0 ? products : [Samples.Product(1), Samples.Product(2), Samples.Product(3)];
        var territory = started.Grains.GetGrain<ITerritoryGrain>("r");
        (await territory.Create(new CreateRegion(Header(Samples.At(0, 0)), Samples.Region))).Accepted.ShouldBeTrue();
        (await territory.ListProducts(new ListProducts(Header(Samples.At(0, 0)), listed))).Accepted.ShouldBeTrue();
        (await started.Distributor.Register(new RegisterDistributor(Header(Samples.At(0, 0)), Samples.DistributorFile))).Accepted.ShouldBeTrue();
        (await started.Rep.Register(new RegisterRep(Header(Samples.At(0, 0)), Samples.RepFile))).Accepted.ShouldBeTrue();
        (await started.Vehicle.Register(new RegisterVehicle(Header(Samples.At(0, 0)), Samples.VehicleFile))).Accepted.ShouldBeTrue();
        return started;
    }

    /// <summary>Another region, with nothing in it.</summary>
    public async Task FoundRegionAsync(string id) =>
        (await Grains.GetGrain<ITerritoryGrain>(id).Create(new CreateRegion(Header(Samples.At(0, 0)), Samples.Region with { Id = new RegionId(id) }))).Accepted.ShouldBeTrue();

    /// <summary>A service of the silo.</summary>
    public T Get<T>()
        where T : notnull => cluster.Silos[0].ServiceProvider.GetRequiredService<T>();

    public IDistributorGrain Distributor => Grains.GetGrain<IDistributorGrain>("D1");

    public IRepGrain Rep => Grains.GetGrain<IRepGrain>("S1");

    public IVehicleGrain Vehicle => Grains.GetGrain<IVehicleGrain>("V1");

    public ITerminalGrain Terminal(string id = "T1") => Grains.GetGrain<ITerminalGrain>(id);

    public static CommandHeader Header(DateTimeOffset at) => new(CommandId.New(), Tester, at);

    public async Task<ITerminalGrain> RegisterTerminalAsync(TerminalFile? file = null)
    {
        file ??= Samples.Terminal("T1");
        var grain = Terminal(file.Id.Value);
        (await grain.Register(new RegisterTerminal(Header(Samples.At(0, 6)), file, null))).Accepted.ShouldBeTrue();
        return grain;
    }

    /// <summary>Ends the silo as a crash would, and starts one on the same journal.</summary>
    public async Task CrashAndRestartAsync()
    {
        await cluster.KillSiloAsync(cluster.Silos[0]);
        await CloseAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(folder, "journal.db") }, [new TerritoryProjection()]);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService();
            if (clock is null)
                return;
            silo.Services.AddSingleton(clock);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton(ReminderTimeProviderNames.Reminders, clock);
        });
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Services.AddModelSerialization();
            host.Services.AddTerritoryGrains(journal, RegionsDirectory, new AirLine(), new SolverPoolOptions { Threads = 1 });
        });
        builder.ConfigureClientHost(host => host.Services.AddModelSerialization());
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    private async Task CloseAsync()
    {
        await cluster.DisposeAsync();
        await journal.DisposeAsync();
    }
}
