using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Demo;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Silo;

namespace Territory.Dashboard.Benchmarks;

/// <summary>The demo county with more outlets, at ten in the morning of its first working day, in a data directory.</summary>
internal static class County
{
    public static async Task FoundAsync(string data, int outlets)
    {
        var county = DemoCounty.Generate(outlets: outlets);
        var roads = Path.Combine(data, "regions", county.Region.Id.Value, "region.roads");
        Directory.CreateDirectory(Path.GetDirectoryName(roads)!);
        county.Roads.Save(roads);

        var builder = Host.CreateEmptyApplicationBuilder(null);
        await builder.AddTerritorySiloAsync(new SiloSettings { DataDirectory = data });
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await new DemoHistory(grains, county).RegisterAsync(CancellationToken.None);
        var morning = county.Region.ToInstant(DemoCounty.FirstDay, TimeOfDay.At(10, 0));
        var header = new CommandHeader(CommandId.New(), new UserId("bench"), morning);
        var result = await grains.GetGrain<IMarketGrain>(county.Region.Id.Value).Advance(new AdvanceMarket(header, morning));
        if (!result.Accepted)
            throw new InvalidOperationException($"The market did not run: {result.RefusalCode}.");
        await host.StopAsync();
    }
}
