using Territory.Contracts.Distributors;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Grains.Actors;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Grains.Market;

/// <summary>What vehicles report: departure with a load, drops, return.</summary>
internal sealed class TripCalls(MarketContext context, MarketSetup setup)
{
    /// <summary>Whether the vehicle is on its way. It answers first and the depot's books follow: a vehicle that may not leave moves nothing.</summary>
    /// <remarks>The day sends the departure of a trip under way again when it resumes, so that goods leave the books where a crash came in between.</remarks>
    public async ValueTask<bool> DepartAsync(TripDeparture departure, DayPlans plans, CancellationToken cancellationToken)
    {
        if (await FindPlanAsync(plans, departure.Vehicle, cancellationToken) is not { } plan)
        {
            context.Note(Refusal.Of("trip.no-sheet").ToResult(), nameof(DepartTrip), departure.Vehicle.Value);
            return false;
        }

        var at = At(departure.Date, departure.At);
        var depart = new DepartTrip(MarketContext.Header(departure.Command, at), plan, departure.Trip, departure.Date, departure.Orders);
        var left = await Vehicle(departure.Vehicle).DepartTrip(depart, cancellationToken);
        context.Note(left, nameof(DepartTrip), departure.Vehicle.Value);
        // Whoever had it leave before has moved the goods as well.
        if (!left.Accepted)
            return left.RefusalCode is "trip.already-departed" or "trip.already-made";
        var load = Load(departure.Orders, plans);
        if (load.Count > 0)
            await ShipAsync(departure, plan, load, at, cancellationToken);
        return true;
    }

    public async ValueTask DeliverAsync(DeliveryReport report, DayPlans plans, CancellationToken cancellationToken)
    {
        var lines = report.Orders
            .SelectMany(order => order.Lines)
            .GroupBy(line => line.Product)
            .Select(group => new DeliveryLine(
                group.Key,
                new Cases(group.Sum(line => line.Ordered.Count)),
                new Cases(group.Sum(line => line.Delivered.Count))));
        var command = new ReceiveDelivery(
            MarketContext.Header(report.Command, At(report.Date, report.Departure)), report.Vehicle, PlanOf(plans, report.Vehicle)?.Id,
            [.. report.Orders.Select(order => order.Order)], [.. lines], report.Reason, At(report.Date, report.Window.Start), At(report.Date, report.Window.End),
            At(report.Date, report.Arrival));
        var result = await context.Grains.GetGrain<ITerminalGrain>(report.Terminal.Value).ReceiveDelivery(command, cancellationToken);
        context.Note(result.Outcome, nameof(ReceiveDelivery), report.Terminal.Value);
    }

    /// <remarks>Goods first: a day that resumes takes a trip that is recorded as returned for done.</remarks>
    public async ValueTask ReturnAsync(TripReturn tripReturn, DayPlans plans, CancellationToken cancellationToken)
    {
        if (await FindPlanAsync(plans, tripReturn.Vehicle, cancellationToken) is not { } plan)
            return;
        var at = At(tripReturn.Date, tripReturn.At);
        var unloaded = tripReturn.Unloaded.Where(line => line.Cases > Cases.Zero).ToArray();
        if (unloaded.Length > 0)
        {
            var back = new ReturnGoods(
                MarketContext.Header(FurtherCommandId.Derive(tripReturn.Command, 1), at), tripReturn.Vehicle, plan, tripReturn.Trip, unloaded);
            context.Note(await Distributor(tripReturn.Distributor).ReturnGoods(back, cancellationToken), nameof(ReturnGoods), tripReturn.Distributor.Value);
        }

        var command = new ReturnTrip(
            MarketContext.Header(tripReturn.Command, at), plan, tripReturn.Trip, tripReturn.Date, Driven(PlanOf(plans, tripReturn.Vehicle), tripReturn));
        context.Note(await Vehicle(tripReturn.Vehicle).ReturnTrip(command, cancellationToken), nameof(ReturnTrip), tripReturn.Vehicle.Value);
    }

    /// <summary>Ships the load; where the depot is short of it, the factory sends the difference first (急补货).</summary>
    private async Task ShipAsync(TripDeparture departure, PlanId plan, IReadOnlyList<OrderLine> load, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var depot = Distributor(departure.Distributor);
        var ship = new ShipGoods(MarketContext.Header(FurtherCommandId.Derive(departure.Command, 1), at), departure.Vehicle, plan, departure.Trip, load);
        var result = await depot.ShipGoods(ship, cancellationToken);
        if (result.RefusalCode == "goods.not-in-stock" && await depot.GetSnapshot(cancellationToken) is { } snapshot)
        {
            var stock = snapshot.Stock.ToDictionary(line => line.Product, line => line.Cases);
            OrderLine[] missing =
            [
                .. load.Select(line => new OrderLine(line.Product, line.Cases - stock.GetValueOrDefault(line.Product))).Where(line => line.Cases > Cases.Zero),
            ];
            var express = new ReceiveGoods(MarketContext.Header(FurtherCommandId.Derive(departure.Command, 2), at), missing, "express");
            context.Note(await depot.ReceiveGoods(express, cancellationToken), nameof(ReceiveGoods), departure.Distributor.Value);
            // The refusal was not recorded, so the same command is decided again.
            result = await depot.ShipGoods(ship, cancellationToken);
        }

        context.Note(result, nameof(ShipGoods), departure.Distributor.Value);
    }

    private static List<OrderLine> Load(IReadOnlyList<OrderId> orders, DayPlans plans)
    {
        var load = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in plans.Orders.Where(order => orders.Contains(order.Id)).SelectMany(order => order.Lines))
            load[line.Product.Value] = load.GetValueOrDefault(line.Product.Value) + line.Cases.Count;
        return [.. load.Select(pair => new OrderLine(new ProductId(pair.Key), new Cases(pair.Value)))];
    }

    /// <summary>The planned length of the trip: the live territory has no odometer yet.</summary>
    private static Distance Driven(DeliveryPlan? plan, TripReturn tripReturn)
    {
        var trips = plan?.Routes.FirstOrDefault(route => route.Vehicle == tripReturn.Vehicle)?.Trips;
        return trips is { Count: > 0 } ? trips[Math.Min(tripReturn.Trip, trips.Count - 1)].Distance : Distance.Zero;
    }

    /// <summary>The plan that sends the vehicle, or, where none does any more, the one that it left by; null where it is in the depot and has nothing to do.</summary>
    private async Task<PlanId?> FindPlanAsync(DayPlans plans, VehicleId vehicle, CancellationToken cancellationToken) =>
        PlanOf(plans, vehicle)?.Id ?? (await Vehicle(vehicle).GetSnapshot(cancellationToken))?.Plan;

    private static DeliveryPlan? PlanOf(DayPlans plans, VehicleId vehicle) =>
        plans.Deliveries.FirstOrDefault(plan => plan.Routes.Any(route => route.Vehicle == vehicle));

    private DateTimeOffset At(DateOnly date, TimeOfDay time) => setup.Region.ToInstant(date, time);

    private IDistributorGrain Distributor(DistributorId id) => context.Grains.GetGrain<IDistributorGrain>(id.Value);

    private IVehicleGrain Vehicle(VehicleId id) => context.Grains.GetGrain<IVehicleGrain>(id.Value);
}
