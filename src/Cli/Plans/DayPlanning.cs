using System.Text.Json.Nodes;
using Territory.Cli.Output;
using Territory.Cli.Regions;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Exports.Sheets;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.ReadModel.Queries;

namespace Territory.Cli.Plans;

/// <summary>Asks the plan actors of a region for a day's plans and writes them out.</summary>
internal sealed class DayPlanning(OpenTerritory territory, Reply reply)
{
    private static readonly UserId Actor = new("cli");

    private readonly IGrainFactory grains = territory.Get<IGrainFactory>();

    public async Task<JsonObject> DeliveriesAsync(DayPlanningRequest request, CancellationToken cancellationToken)
    {
        var region = await RegionLookup.FindAsync(territory, request.Region, cancellationToken);
        var cast = await PlanCast.LoadAsync(territory, region, cancellationToken);
        var plans = new JsonArray();
        var files = new JsonArray();
        foreach (var distributor in cast.Distributors)
        {
            var header = await HeaderAsync(region);
            var answer = await grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(distributor.Id, request.Date))
                .Propose(new ProposeDeliveryPlan(header, new PlanOptions(request.Seed, request.Iterations, request.TimeLimit, request.ByTimeOfDay)), cancellationToken);
            var plan = answer.Plan ?? throw Refused(answer.Outcome, distributor.Id.Value);
            reply.Progress($"{distributor.Name}: {plan.Routes.Count} vehicles, {plan.Unserved.Count} unserved");
            plans.Add((JsonNode)new JsonObject
            {
                ["distributor"] = distributor.Id.Value,
                ["plan"] = plan.Id.Value,
                ["version"] = plan.Version,
                ["vehicles"] = plan.Routes.Count,
                ["trips"] = plan.Routes.Sum(route => route.Trips.Count),
                ["stops"] = plan.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count)),
                ["kilometers"] = Math.Round(plan.Distance.Kilometers, 1),
                ["cost"] = plan.Cost.MinorUnits / 100.0,
                ["unserved"] = new JsonArray([.. plan.Unserved.Select(unserved => (JsonNode)new JsonObject { ["terminal"] = unserved.Terminal.Value, ["reason"] = unserved.Reason.ToString() })]),
                ["seed"] = plan.Provenance.Seed,
                ["iterations"] = plan.Provenance.Iterations,
                ["travelTimes"] = plan.Provenance.TravelTimes,
            });
            if (request.OutputDirectory is { } directory)
                Add(files, await WriteAsync(cast, plan, request, header.At, directory, cancellationToken));
        }

        return Result(region, request, plans, files);
    }

    public async Task<JsonObject> VisitsAsync(DayPlanningRequest request, CancellationToken cancellationToken)
    {
        var region = await RegionLookup.FindAsync(territory, request.Region, cancellationToken);
        var cast = await PlanCast.LoadAsync(territory, region, cancellationToken);
        var plans = new JsonArray();
        var files = new JsonArray();
        foreach (var rep in cast.Reps)
        {
            var answer = await grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(rep.Id, request.Date))
                .Propose(new ProposeVisitPlan(await HeaderAsync(region), new PlanOptions(request.Seed, request.Iterations, request.TimeLimit)), cancellationToken);
            var plan = answer.Plan ?? throw Refused(answer.Outcome, rep.Id.Value);
            plans.Add((JsonNode)new JsonObject
            {
                ["rep"] = rep.Id.Value,
                ["plan"] = plan.Id.Value,
                ["version"] = plan.Version,
                ["visits"] = plan.Visits.Count,
                ["postponed"] = new JsonArray([.. plan.Postponed.Select(visit => (JsonNode)new JsonObject { ["terminal"] = visit.Terminal.Value, ["reason"] = visit.Reason.ToString(), ["nextOn"] = visit.NextOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })]),
                ["kilometers"] = Math.Round(plan.Distance.Kilometers, 1),
                ["start"] = plan.Start.ToString(),
                ["end"] = plan.End.ToString(),
                ["seed"] = plan.Provenance.Seed,
                ["iterations"] = plan.Provenance.Iterations,
                ["travelTimes"] = plan.Provenance.TravelTimes,
            });
            if (request.OutputDirectory is { } directory)
                Add(files, VisitPlanFiles.Write(plan, region, rep, cast.Terminals, directory));
        }

        return Result(region, request, plans, files);
    }

    private async Task<IReadOnlyList<string>> WriteAsync(
        PlanCast cast, DeliveryPlan plan, DayPlanningRequest request, DateTimeOffset at, string directory, CancellationToken cancellationToken)
    {
        var query = new PlannedDeliveriesQuery(territory.Get<IJournal>());
        var day = await query.OfAsync(plan, cancellationToken)
            ?? throw new InvalidInputException(new Problem("distributor.unknown", "The plan's distributor is no longer there.", Value: plan.Distributor.Value));
        var earlier = DeliveryPlanFiles.FindEarlier(plan, directory) is { } found ? await query.OfAsync(found, cancellationToken) : null;
        var sheets = new SheetOptions(AddressOf: request.Address is { } origin ? vehicle => LiveOrder.AddressOf(origin, plan, vehicle) : null);
        return DeliveryPlanFiles.Write(day, earlier, (vehicle, trip) => cast.LineOf(day, vehicle, trip), new DeliveryFileOptions(at, sheets), directory);
    }

    private static JsonObject Result(Region region, DayPlanningRequest request, JsonArray plans, JsonArray files) => new()
    {
        ["region"] = region.Id.Value,
        ["date"] = request.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["plans"] = plans,
        ["files"] = files,
    };

    private static void Add(JsonArray files, IEnumerable<string> written)
    {
        foreach (var file in written)
            files.Add((JsonNode)file);
    }

    private static InvalidInputException Refused(CommandResult outcome, string party) =>
        new(new Problem(outcome.RefusalCode ?? "plan.refused", "The plan was refused.", Value: party));

    // A command is stamped with the territory's time: the market's where there is one, else the wall clock's.
    private async Task<CommandHeader> HeaderAsync(Region region)
    {
        var clock = await grains.GetGrain<IMarketGrain>(region.Id.Value).GetClock();
        return new CommandHeader(CommandId.New(), Actor, clock?.Now ?? territory.Get<TimeProvider>().GetUtcNow());
    }
}
