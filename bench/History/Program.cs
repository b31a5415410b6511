using System.Globalization;
using Orleans.TestingHost;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Demo;
using Territory.Grains.Hosting;
using Territory.History.Benchmarks;
using Territory.Journal.Sqlite;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.ReadModel;

// How long the demo county's history takes through the live actors. Arguments: days (default 56), outlets (default 2,000).
var days = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 56;
var outlets = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : DemoCounty.DefaultOutlets;
var folder = Directory.CreateTempSubdirectory("territory-history-").FullName;
try
{
    var demo = DemoCounty.Generate(outlets: outlets);
    var regionFolder = Directory.CreateDirectory(Path.Combine(folder, "regions", demo.Region.Id.Value)).FullName;
    demo.Roads.Save(Path.Combine(regionFolder, "region.roads"));
    await using var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(folder, "journal.db") }, [new TerritoryProjection()]);
    var builder = new InProcessTestClusterBuilder(1);
    builder.ConfigureSiloHost((_, host) => host.Services.AddTerritoryGrains(journal, Path.Combine(folder, "regions")));
    await using var cluster = builder.Build();
    await cluster.DeployAsync();

    var phase = Phase.Start(journal);
    await new DemoHistory(cluster.Client, demo).RegisterAsync(CancellationToken.None);
    phase = phase.Report("register");
    var market = cluster.Client.GetGrain<IMarketGrain>(demo.Region.Id.Value);
    for (var day = 1; day <= days; day++)
    {
        var until = demo.Region.ToInstant(DemoCounty.FirstDay.AddDays(day), TimeOfDay.Midnight);
        var result = await market.Advance(new AdvanceMarket(new CommandHeader(CommandId.New(), new UserId("bench"), until), until));
        if (!result.Accepted)
            throw new InvalidOperationException(result.RefusalCode);
        if (day % 7 == 0 || day == 1 || day == days)
            phase = phase.Report($"day {day}");
    }

    Console.WriteLine($"database {new FileInfo(Path.Combine(folder, "journal.db")).Length / 1_000_000.0:0.0} MB, {journal.Position} events, {GC.GetTotalMemory(true) / 1_000_000.0:0} MB managed");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
