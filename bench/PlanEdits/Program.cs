using System.Globalization;
using Orleans.TestingHost;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Demo;
using Territory.Grains.Hosting;
using Territory.Journal.Sqlite;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.PlanEdits.Benchmarks;
using Territory.ReadModel;

// What a dispatcher waits for, through the plan's actor, on a day of the demo county. Arguments: stops (default 200), repetitions (default 200).
var stops = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
var repetitions = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
var folder = Directory.CreateTempSubdirectory("territory-dispatch-").FullName;
try
{
    var demo = DemoCounty.Generate();
    var regionFolder = Directory.CreateDirectory(Path.Combine(folder, "regions", demo.Region.Id.Value)).FullName;
    demo.Roads.Save(Path.Combine(regionFolder, "region.roads"));
    await using var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(folder, "journal.db") }, [new TerritoryProjection()]);
    var builder = new InProcessTestClusterBuilder(1);
    builder.ConfigureSiloHost((_, host) => host.Services.AddTerritoryGrains(journal, Path.Combine(folder, "regions")));
    await using var cluster = builder.Build();
    await cluster.DeployAsync();
    await new DemoHistory(cluster.Client, demo).RegisterAsync(CancellationToken.None);

    var (distributor, date) = (demo.Distributors[0].Id, DemoCounty.FirstDay.AddDays(1));
    var now = demo.Region.ToInstant(DemoCounty.FirstDay, TimeOfDay.At(18));
    CommandHeader Header() => new(CommandId.New(), new UserId("bench"), now);
    var outlets = demo.Terminals.Where(terminal => terminal.Distributor == distributor).Take(stops).ToList();
    foreach (var outlet in outlets)
    {
        var placed = await cluster.Client.GetGrain<ITerminalGrain>(outlet.Id.Value).PlaceOrder(
            new PlaceOrder(Header(), new OrderId($"O-{outlet.Id}"), date, [new OrderLine(demo.Products[0].Id, new Cases(2))], null));
        if (!placed.Accepted)
            throw new InvalidOperationException(placed.RefusalCode);
    }

    var grain = cluster.Client.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(distributor, date));
    var plan = (await grain.Propose(new ProposeDeliveryPlan(Header(), new PlanOptions(1, null, new Duration(5), ByTimeOfDay: true)))).Plan!;
    var routed = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => stop.Orders[0]).ToList();
    var fleet = demo.Vehicles.Where(vehicle => vehicle.Distributor == distributor).Select(vehicle => vehicle.Id).ToList();
    Console.WriteLine($"{outlets.Count} orders: {routed.Count} stops on {plan.Routes.Count} of {fleet.Count} vehicles, {plan.Unserved.Count} in the tray; {plan.Provenance.TravelTimes}");
    Console.WriteLine("call | first ms | median ms | 95 % ms | most ms");

    var random = new Random(1);
    OrderId Stop() => routed[random.Next(routed.Count)];
    VehicleId Vehicle() => fleet[random.Next(fleet.Count)];
    PlanEdit Placed() => new MoveStops([Stop()], Vehicle(), new StopPlace(0, 0));
    PlanEdit Cheapest() => new MoveStops([Stop()], Vehicle(), null);
    async Task PreviewAsync(params PlanEdit[] edits) => Check((await grain.Preview(new PreviewEdits(now, 1, edits))).Outcome);

    await Waits.MeasureAsync("preview: a stop to a place", repetitions, () => PreviewAsync(Placed()));
    await Waits.MeasureAsync("preview: a stop where it costs least", repetitions, () => PreviewAsync(Cheapest()));
    await Waits.MeasureAsync("preview: 20 stops where they cost least", repetitions / 10, () => PreviewAsync(new MoveStops([.. Enumerable.Range(0, 20).Select(_ => Stop()).Distinct()], Vehicle(), null)));
    await Waits.MeasureAsync("preview: an allowance, a problem anew", repetitions / 10, () => PreviewAsync(new AllowLateness(Stop(), new Duration(600 + random.Next(600)), new Money(100))));
    await Waits.MeasureAsync("options of a stop on every vehicle", repetitions / 4, async () => Check((await grain.FindOptions(new FindStopOptions(now, 1, [Stop()]))).Outcome));
    await Waits.MeasureAsync("explanation of a stop", repetitions / 10, async () => Check((await grain.Explain(new ExplainStop(now, null, Stop()))).Outcome));
    var version = 1;
    await Waits.MeasureAsync("edit, on disk", repetitions / 2, async () => Check((await grain.Edit(new EditPlan(Header(), version++, [Cheapest()]))).Outcome));
    await Waits.MeasureAsync("undo, on disk", repetitions / 4, async () => Check((await grain.Undo(new UndoEdit(Header(), version++))).Outcome));
    await Waits.MeasureAsync("history", repetitions / 4, () => grain.GetHistory());
    await Waits.MeasureAsync("comparison of two old versions", repetitions / 4, async () => Check((await grain.Compare(1 + random.Next(version - 1), 1 + random.Next(version - 1))).Outcome));
    Console.WriteLine($"{version} versions; database {new FileInfo(Path.Combine(folder, "journal.db")).Length / 1_000_000.0:0.0} MB");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Check(CommandResult outcome)
{
    if (!outcome.Accepted)
        throw new InvalidOperationException($"{outcome.RefusalCode} {string.Join(' ', outcome.Detail ?? new Dictionary<string, string>())}");
}
