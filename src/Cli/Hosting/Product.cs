using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Cli.Instance;
using Territory.Cli.Load;
using Territory.Cli.Output;
using Territory.Cli.Regions;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Demo;
using Territory.Grains.Roads;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Silo;
using Territory.Simulation.Randomness;

namespace Territory.Cli.Hosting;

/// <summary>Silo and dashboard in one process.</summary>
internal sealed class Product : IAsyncDisposable
{
    private const double DemoSpeed = 60;
    private const double FastestSpeed = 1000;

    // Seeds of 31 bits keep all of their digits in every JSON reader.
    private const int SeedShift = 33;
    private static readonly UserId Actor = new("cli");

    private readonly WebApplication application;
    private readonly OpenTerritory territory;
    private readonly Reply reply;

    private Product(WebApplication application, OpenTerritory territory, Reply reply)
    {
        this.application = application;
        this.territory = territory;
        this.reply = reply;
    }

    public string Address => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <exception cref="InvalidInputException">The port is taken or not this user's to listen on.</exception>
    public static async Task<Product> StartAsync(string dataDirectory, InstanceLock instance, int port, Reply reply, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "territory", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        // Keys of cookies are as private as the data directory they stand in.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It warns that it sets the very headers that private pages have anyway.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // What keeps the host from starting is this command's to say.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        var travel = TravelFiguresLifetime.AddTo(builder, dataDirectory);
        await builder.AddTerritorySiloAsync(new SiloSettings { DataDirectory = dataDirectory, TravelWithoutRoads = travel }, cancellationToken);
        WebApplication? web = null;
        builder.AddTerritoryDashboard(new DashboardSettings
        {
            DataFolder = dataDirectory,
            Port = port,
            Roads = async (region, _) => await web!.Services.GetRequiredService<RegionRoads>().FindNetworkAsync(region),
        });
        web = builder.Build();
        var opened = new OpenTerritory(dataDirectory, web.Services);
        web.MapTerritoryDashboard();
        InstanceEndpoint.Map(web, instance, TerritoryAccess.OfInstance(opened));
        LoadEndpoints.Map(web, instance, opened);
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException { InnerException: AddressInUseException } or SocketException)
        {
            await web.DisposeAsync();
            throw new InvalidInputException(new Problem(
                "up.port", $"The port cannot be listened on: {failure.InnerException?.Message ?? failure.Message}. Stop what uses it, or give another with --port; 0 takes any free one.",
                Field: "--port", Value: port.ToString(CultureInfo.InvariantCulture)));
        }

        var product = new Product(web, opened, reply);
        instance.Announce(product.Address);
        return product;
    }

    /// <summary>Gives an empty territory the demo county with its history; goes on with one that was interrupted.</summary>
    public async Task EnsureDemoAsync(CancellationToken cancellationToken)
    {
        var regions = await RegionLookup.AllAsync(territory, cancellationToken);
        if (regions.Any(region => region.Id != DemoCounty.Id))
            return;
        var demo = DemoCounty.Generate();
        var history = new DemoHistory(territory.Get<IGrainFactory>(), demo);
        var clock = await territory.Get<IGrainFactory>().GetGrain<IMarketGrain>(demo.Region.Id.Value).GetClock(cancellationToken);
        if (clock is not null && clock.Now >= history.OpeningMoment)
            return;
        reply.Progress("Creating the demo region: 2,000 outlets and eight weeks of history ...");
        var roads = RegionFolder.RoadsFile(territory.DataDirectory, demo.Region.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(roads)!);
        demo.Roads.Prepare();
        demo.Roads.Save(roads);
        await history.RegisterAsync(cancellationToken);
        await history.RunAsync(new WeekProgress(reply), cancellationToken);
        await CommandMarketAsync(demo.Region.Id, (market, header) => market.SetSpeed(new SetMarketSpeed(header, DemoSpeed), cancellationToken), cancellationToken);
        await CommandMarketAsync(demo.Region.Id, (market, header) => market.Resume(new ResumeMarket(header), cancellationToken), cancellationToken);
    }

    /// <summary>Wakes the markets, so that those that were running go on, and sets their pace where one is asked for.</summary>
    public async Task RunMarketsAsync(string? regionName, double? speed, CancellationToken cancellationToken)
    {
        IReadOnlyList<Region> regions = regionName is null
            ? await RegionLookup.AllAsync(territory, cancellationToken)
            : [await RegionLookup.FindAsync(territory, regionName, cancellationToken)];
        foreach (var region in regions)
        {
            var clock = await territory.Get<IGrainFactory>().GetGrain<IMarketGrain>(region.Id.Value).GetClock(cancellationToken);
            if (speed is not { } pace || (clock is null && regionName is null))
                continue;
            if (clock is null)
                await CommandMarketAsync(region.Id, (market, header) => market.Open(new OpenMarket(header, EntityKey.Of(region.Id).Value >> SeedShift, region.ToLocal(header.At).Date), cancellationToken), cancellationToken);
            await CommandMarketAsync(region.Id, (market, header) => market.SetSpeed(new SetMarketSpeed(header, Math.Min(pace, FastestSpeed)), cancellationToken), cancellationToken);
            await CommandMarketAsync(region.Id, (market, header) => market.Resume(new ResumeMarket(header), cancellationToken), cancellationToken);
        }
    }

    public Task<string?> FirstSignInLinkAsync(CancellationToken cancellationToken) => InScopeAsync(people => people.LinkAsync(Address, cancellationToken));

    public Task WaitAsync(CancellationToken cancellationToken) => application.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task<string?> InScopeAsync(Func<FirstSignIn, Task<string?>> ask)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<FirstSignIn>());
    }

    private async Task CommandMarketAsync(RegionId region, Func<IMarketGrain, CommandHeader, Task<CommandResult>> command, CancellationToken cancellationToken)
    {
        var market = territory.Get<IGrainFactory>().GetGrain<IMarketGrain>(region.Value);
        var clock = await market.GetClock(cancellationToken);
        var result = await command(market, new CommandHeader(CommandId.New(), Actor, clock?.Now ?? territory.Get<TimeProvider>().GetUtcNow()));
        if (!result.Accepted && result.RefusalCode != "market.already-running")
            reply.Progress($"The market of {region} refused: {result.RefusalCode}");
    }
}
