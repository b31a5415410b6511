using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Regions;
using Territory.Contracts.Schedules;
using Territory.Grains.Roads;
using Territory.Grains.Schedules;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Model.Schedules;
using Territory.Model.Travel;
using Territory.Optimizer.Inventory;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Territories;

namespace Territory.Cli.Plans;

/// <summary>Schedules the deliveries of every distributor of a region over the coming days. Nothing is kept: the day's plans are made from orders.</summary>
internal sealed class DeliveryScheduling(OpenTerritory territory, Reply reply)
{
    private readonly DeliveryScheduler scheduler = new();

    public async Task<JsonObject> RunAsync(SchedulingRequest request, CancellationToken cancellationToken)
    {
        var region = await RegionLookup.FindAsync(territory, request.Region, cancellationToken);
        var schedules = new JsonArray();
        var files = new JsonArray();
        foreach (var wanted in await ReadAsync(region, request, cancellationToken))
        {
            var complete = wanted with { Travel = await TravelAsync(region, wanted, cancellationToken) };
            var schedule = await territory.Get<SolverPool>().RunAsync(token => scheduler.Plan(complete, request.Limits, progress: null, token), cancellationToken);
            reply.Progress($"{wanted.Distributor.Name}: {schedule.Trips.Sum(trip => trip.Stops.Count)} deliveries, {schedule.StockOuts.Select(stockOut => stockOut.Terminal).Distinct().Count()} outlets run out");
            schedules.Add((JsonNode)Summary(schedule));
            if (request.OutputDirectory is { } directory)
                files.Add((JsonNode)Write(schedule, complete, directory));
        }

        return new JsonObject
        {
            ["region"] = region.Id.Value,
            ["from"] = Day(request.From),
            ["days"] = request.Days,
            ["policy"] = PolicyNames.Of(request.Policy),
            ["schedules"] = schedules,
            ["files"] = files,
        };
    }

    private async Task<IReadOnlyList<ScheduleRequest>> ReadAsync(Region region, SchedulingRequest request, CancellationToken cancellationToken)
    {
        var options = new ScheduleOptions(request.From, request.Days, request.Policy, request.CoverDays, request.Limits.Seed, request.Limits.Iterations, TimeLimit: null);
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        var products = ActorStates.All<TerritoryState>(snapshot).Single(state => state.Region.Id == region.Id).Products;
        return ScheduleReading.Read(snapshot, region, products, options);
    }

    private static JsonObject Summary(DeliverySchedule schedule) => new()
    {
        ["distributor"] = schedule.Distributor.Value,
        ["deliveries"] = schedule.Trips.Sum(trip => trip.Stops.Count),
        ["cases"] = schedule.Trips.Sum(trip => trip.Load.Count),
        ["kilometers"] = Math.Round(schedule.Distance.Kilometers, 1),
        ["holdingCost"] = schedule.HoldingCost.MinorUnits / 100.0,
        ["travelCost"] = schedule.TravelCost.MinorUnits / 100.0,
        ["stockOutCost"] = schedule.StockOutCost.MinorUnits / 100.0,
        ["trips"] = new JsonArray([.. schedule.Trips.Select(trip => (JsonNode)new JsonObject
        {
            ["date"] = Day(trip.Date),
            ["vehicle"] = trip.Vehicle.Value,
            ["trip"] = trip.Trip,
            ["kilometers"] = Math.Round(trip.Distance.Kilometers, 1),
            ["minutes"] = (int)Math.Ceiling(trip.Working.Seconds / 60.0),
            ["stops"] = new JsonArray([.. trip.Stops.Select(stop => (JsonNode)new JsonObject { ["terminal"] = stop.Terminal.Value, ["cases"] = stop.Cases.Count })]),
        })]),
        ["stockOuts"] = new JsonArray([.. schedule.StockOuts.Select(stockOut => (JsonNode)new JsonObject
        {
            ["terminal"] = stockOut.Terminal.Value,
            ["date"] = Day(stockOut.Date),
            ["cases"] = stockOut.Cases.Count,
            ["cause"] = stockOut.Cause.ToString(),
        })]),
        ["withoutSales"] = new JsonArray([.. schedule.WithoutSales.Select(terminal => (JsonNode)terminal.Value)]),
        ["seed"] = schedule.Seed,
        ["iterations"] = schedule.Iterations,
        ["engine"] = schedule.Engine,
        ["travelTimes"] = schedule.TravelTimes,
    };

    private static string Write(DeliverySchedule schedule, ScheduleRequest request, string directory)
    {
        var name = $"schedule-{schedule.Distributor.Value}-{Day(schedule.From)}-{schedule.Days}d.csv";
        OutputFile.Write(name, directory, path => File.WriteAllText(path, ScheduleCsv.Of(schedule, request), ScheduleCsv.Encoding));
        return Path.Combine(directory, name);
    }

    private async Task<TravelMatrix> TravelAsync(Region region, ScheduleRequest request, CancellationToken cancellationToken) =>
        await territory.Get<RegionRoads>().FindMatrixAsync(
            region.Id, ScheduleReading.Points(request), ScheduleReading.ModeOf(request), cancellationToken)
        ?? throw new InvalidInputException(new Problem("roads.missing", "The region has no road network.", Value: region.Id.Value));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
