using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Territory.Contracts.Terminals;
using Territory.Demo;
using Territory.Model.Ids;
using Territory.Silo;

// Memory of live outlets: registers N of them, restarts the silo so that none is active, then wakes every one and reads the managed heap before and after.
var outlets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var directory = Directory.CreateTempSubdirectory("territory-live-");
try
{
    var county = DemoCounty.Generate(outlets: outlets);
    using (var host = await StartAsync(directory.FullName))
    {
        var founding = new RegionFounding(host.Services.GetRequiredService<IGrainFactory>(), county, new UserId("bench"), DateTimeOffset.UnixEpoch);
        var registering = Stopwatch.StartNew();
        await founding.RegisterAsync("bench", CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| registering {outlets:N0} outlets | {outlets / registering.Elapsed.TotalSeconds:N0} outlets/s |"));
        await host.StopAsync();
    }

    var ids = county.Terminals.Select(terminal => terminal.Id.Value).ToArray();
    county = null;
    using (var host = await StartAsync(directory.FullName))
    {
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<ITerminalGrain>(ids[0]).GetSnapshot();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var waking = Stopwatch.StartNew();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (id, cancellationToken) => await grains.GetGrain<ITerminalGrain>(id).GetSnapshot(cancellationToken));
        var elapsed = waking.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| waking {outlets:N0} outlets from their state rows | {outlets / elapsed.TotalSeconds:N0} outlets/s |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| managed memory of a live outlet | {bytes / outlets:N0} bytes |"));
        await host.StopAsync();
    }
}
finally
{
    directory.Delete(recursive: true);
}

static async Task<IHost> StartAsync(string dataDirectory)
{
    var builder = Host.CreateEmptyApplicationBuilder(null);
    await builder.AddTerritorySiloAsync(new SiloSettings { DataDirectory = dataDirectory });
    var host = builder.Build();
    await host.StartAsync();
    return host;
}
