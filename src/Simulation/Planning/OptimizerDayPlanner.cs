using System.Globalization;

using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Visits;
using Territory.Simulation.Market;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Planning;

/// <summary>Plans with the optimiser that dispatch uses, limited in iterations and never in time, so that a simulated day is reproducible.</summary>
/// <param name="deliveryIterations">Per distributor and day.</param>
/// <param name="visitIterations">Per rep and day.</param>
public sealed class OptimizerDayPlanner(
    long deliveryIterations = SolveOptions.DefaultIterations, long visitIterations = VisitPlanner.DefaultIterations) : IDayPlanner
{
    private readonly DeliveryPlanner deliveries = new();
    private readonly VisitPlanner visits = new();

    public async ValueTask<DeliveryPlan> PlanDeliveriesAsync(DeliveryPlanning request, CancellationToken cancellationToken)
    {
        var setup = request.Setup;
        var distributor = setup[request.Distributor];
        var vehicles = setup.Vehicles.Where(vehicle => vehicle.Distributor == distributor.Id).ToList();
        var terminals = request.OpenOrders
            .Select(order => order.Terminal)
            .Distinct()
            .OrderBy(terminal => terminal.Value, StringComparer.Ordinal)
            .Select(terminal => setup[terminal])
            .ToList();
        List<Waypoint> points = [new(distributor.Depot), .. terminals.Select(terminal => new Waypoint(terminal.Location, terminal.Id))];
        var travel = await setup.Travel.GetMatrixAsync(
            points, vehicles.Count > 0 ? vehicles[0].TravelMode : TravelMode.Van, cancellationToken);
        return deliveries.Plan(
            new DeliveryPlanRequest
            {
                Plan = PlanId("delivery", distributor.Id.Value, request.Date, request.Version),
                Version = request.Version,
                Region = setup.Region,
                Distributor = distributor,
                Date = request.Date,
                Vehicles = vehicles,
                Orders = [.. request.OpenOrders.OrderBy(order => order.Id.Value, StringComparer.Ordinal)],
                Terminals = terminals,
                Products = setup.Products,
                Travel = travel,
                JournalPosition = request.JournalPosition,
            },
            new SolveOptions { Seed = SeedOf(setup, EntityKey.Of(distributor.Id), request.Date), Iterations = deliveryIterations },
            progress: null,
            cancellationToken);
    }

    public async ValueTask<VisitPlan> PlanVisitsAsync(VisitPlanning request, CancellationToken cancellationToken)
    {
        var setup = request.Setup;
        var rep = setup[request.Rep];
        var candidates = setup.Terminals
            .Where(terminal => terminal.Rep == rep.Id)
            .OrderBy(terminal => terminal.Id.Value, StringComparer.Ordinal)
            .Select(terminal => request.Records.TryGetValue(terminal.Id, out var record)
                ? new VisitCandidate(terminal, record.LastVisit, record.FirstKnown)
                : new VisitCandidate(terminal, LastVisit: null, request.Date))
            .ToList();
        List<Waypoint> points =
            [new(rep.Start), .. candidates.Select(candidate => new Waypoint(candidate.Terminal.Location, candidate.Terminal.Id))];
        return visits.Plan(
            new VisitPlanRequest
            {
                Plan = PlanId("visits", rep.Id.Value, request.Date, request.Version),
                Version = request.Version,
                Region = setup.Region,
                Rep = rep,
                Date = request.Date,
                Candidates = candidates,
                Travel = await setup.Travel.GetMatrixAsync(points, rep.TravelMode, cancellationToken),
                JournalPosition = request.JournalPosition,
            },
            new SolveOptions { Seed = SeedOf(setup, EntityKey.Of(rep.Id), request.Date), Iterations = visitIterations },
            cancellationToken);
    }

    private static PlanId PlanId(string what, string of, DateOnly date, int version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what}-{of}-{date:yyyyMMdd}-{version}"));

    /// <summary>The seed of one party's plan of a day: the same for the live market and for a what-if run.</summary>
    /// <remarks>31 bits, so that people can type it and every JSON reader keeps all of its digits.</remarks>
    public static long SeedOf(MarketSetup setup, EntityKey entity, DateOnly date)
    {
        var draw = Draw.At(setup.Seed, DrawPurpose.PlanSeed, entity, SimDay.Of(date));
        return (long)(draw.NextBits() >> 33);
    }
}
