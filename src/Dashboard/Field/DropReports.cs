using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>Turns what a driver reports of a drop into the delivery of the planned stop: orders, quantities asked for and window come from the plan.</summary>
/// <remarks>Where a plan of since took the stop off the vehicle, they come from the order by which it left: the goods are on board, and the driver may not have heard.</remarks>
internal sealed class DropReports(DriverDayQuery days, DispatchOrderQuery orders)
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromDays(1);

    public async Task<CommandResult> ReportAsync(TerminalCommandContext context, ReceiveDeliveryRequest request, CancellationToken cancellationToken)
    {
        if (context.Person.Vehicle is not { } vehicle)
            return CommandResult.Refused("person.not-a-driver");
        var region = context.Time.Region;
        var date = context.Person.Day ?? region.ToLocal(context.Header.At).Date;
        // The day of a delivery is that of the arrival: it is kept where the driver has business.
        var arrivedAt = request.ArrivedAt ?? context.Header.At;
        if (arrivedAt < context.Header.At - LongestStop || region.ToLocal(arrivedAt).Date != date)
            return CommandResult.Refused("delivery.other-day", ("day", date.ToString("O", CultureInfo.InvariantCulture)));
        var day = await days.FindAsync(context.Scope.Region, vehicle, date, cancellationToken);
        var trips = day.Trips.Where(trip => trip.Stops.Any(stop => stop.Terminal == context.Terminal)).ToList();
        // Goods that have not left cannot be handed over.
        var stops = trips.Where(trip => trip.DepartedAt is not null).SelectMany(trip => trip.Stops).Where(stop => stop.Terminal == context.Terminal).ToList();
        // A retry finds the drop made already; the outlet answers it by the command's id.
        if ((stops.Find(stop => stop.ArrivedAt is null) ?? stops.LastOrDefault()) is { } drop)
            return await SendAsync(context, request, vehicle, new BoardedStop(day.Plan!.Id, drop.Orders, drop.Window), date, arrivedAt, cancellationToken);
        if (await orders.FindBoardedAsync(vehicle, date, context.Terminal, arrivedAt, cancellationToken) is { } boarded)
            return await SendAsync(context, request, vehicle, boarded, date, arrivedAt, cancellationToken);
        return trips.Count == 0
            ? CommandResult.Refused("delivery.not-on-route", ("terminal", context.Terminal.Value), ("vehicle", vehicle.Value))
            : CommandResult.Refused("trip.not-departed", ("trip", trips[0].Trip.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<CommandResult> SendAsync(
        TerminalCommandContext context, ReceiveDeliveryRequest request, VehicleId vehicle, BoardedStop stop, DateOnly date, DateTimeOffset arrivedAt,
        CancellationToken cancellationToken)
    {
        var region = context.Time.Region;
        var lines = stop.Orders.SelectMany(order => order.Lines).GroupBy(line => line.Product)
            .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))));
        var command = new ReceiveDelivery(
            context.Header,
            vehicle,
            stop.Plan,
            [.. stop.Orders.Select(order => order.Id)],
            [.. lines.Select(line => new DeliveryLine(line.Product, line.Cases, DeliveredOf(request, line)))],
            request.Refusal,
            region.ToInstant(date, stop.Window.Start),
            region.ToInstant(date, stop.Window.End),
            arrivedAt,
            request.Photo,
            request.Signature);
        return (await context.Grain.ReceiveDelivery(command, cancellationToken)).Outcome;
    }

    private static Cases DeliveredOf(ReceiveDeliveryRequest request, OrderLine line)
    {
        foreach (var handed in request.Lines ?? [])
        {
            if (handed.Product == line.Product)
                return handed.Delivered;
        }

        return line.Cases;
    }
}
