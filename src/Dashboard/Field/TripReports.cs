using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Vehicles;
using Territory.Dashboard.Clock;
using Territory.Dashboard.People;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>Turns what a driver reports of a trip into the movements of vehicle and goods: which goods, the dispatch order says that the driver had.</summary>
/// <remarks>
/// The vehicle answers first, and goods follow by what it has on record. A report that was accepted before gets its first answer whatever has
/// changed since, and what did not follow then follows now.
/// </remarks>
internal sealed class TripReports(DispatchOrderQuery orders, RegionQueries regions, RegionClocks clocks, DepotBooks books, IGrainFactory grains)
{
    /// <summary>How old a queued report may be.</summary>
    private static readonly TimeSpan OldestQueued = TimeSpan.FromDays(7);

    /// <summary>A report of something longer ago than this was queued: the vehicle has left, whatever was decided meanwhile.</summary>
    private static readonly TimeSpan StillAtTheDepot = TimeSpan.FromMinutes(2);

    private static readonly CommandResult NotADriver = CommandResult.Refused("person.not-a-driver");
    private static readonly CommandResult TooLongAgo = CommandResult.Refused("trip.too-long-ago");

    public async Task<CommandResult> DepartAsync(PersonFacts driver, int trip, DepartRequest request, CancellationToken cancellationToken)
    {
        if (await ContextAsync(driver, request.CommandId, request.At, cancellationToken) is not var (report, isTooOld))
            return NotADriver;
        if (await report.Vehicle.FindAnswer(report.Header, cancellationToken) is { } first)
            return await ShipAsync(report, trip, request.Version, first, cancellationToken);
        if (isTooOld)
            return TooLongAgo;
        if (report.Date != report.Happened)
            return CommandResult.Refused("trip.other-day", ("day", report.Date.ToString("O", CultureInfo.InvariantCulture)));
        if (await report.Vehicle.EnsureOrder(new EnsureVehicleOrder(report.Header, report.Date), cancellationToken) is { Accepted: false } none)
            return none;

        var versions = await orders.VersionsAsync(report.VehicleId, report.Date, cancellationToken);
        var held = request.Version is { } named ? versions.FirstOrDefault(version => version.Version == named) : versions[^1];
        if (held is null)
            return CommandResult.Refused("dispatch-order.not-the-latest", ("version", Text(request.Version!.Value)), ("latest", Text(versions[^1].Version)));
        if (trip < 0 || trip >= held.Route.Trips.Count)
            return CommandResult.Refused("trip.number", ("trip", Text(trip)));
        var carried = OrdersOf(held, trip).ToList();
        var depart = new DepartTrip(report.Header, held.Plan, trip, report.Date, carried, MayBeOutdated(held, versions, report) ? null : held.Version);
        var left = await report.Vehicle.DepartTrip(depart, cancellationToken);
        return left.Accepted ? await ShipAsync(report, trip, request.Version, left, cancellationToken) : left;
    }

    public async Task<CommandResult> ReturnAsync(PersonFacts driver, int trip, ReturnRequest request, CancellationToken cancellationToken)
    {
        if (await ContextAsync(driver, request.CommandId, request.At, cancellationToken) is not var (report, isTooOld))
            return NotADriver;
        if (await report.Vehicle.FindAnswer(report.Header, cancellationToken) is { } first)
            return await TakeBackAsync(report, trip, request, first, cancellationToken);
        if (isTooOld)
            return TooLongAgo;
        if (await FindUnknownAsync(driver, report.Date, request.Returned, cancellationToken) is { } unknown)
            return CommandResult.Refused("product.unknown", ("product", unknown.Value));
        // Whoever left before midnight may come back after it.
        if (await FindTripAsync(report, trip, version: null, cancellationToken) is not { } made || (driver.Day is { } only && only != made.Day))
            return CommandResult.Refused("trip.not-departed", ("trip", Text(trip)));

        var driven = request.Driven ?? made.Sheet.Route.Trips[trip].Distance;
        var back = await report.Vehicle.ReturnTrip(new ReturnTrip(report.Header, made.Sheet.Plan, trip, made.Day, driven), cancellationToken);
        return back.Accepted ? await TakeBackAsync(report, trip, request, back, cancellationToken) : back;
    }

    private async Task<CommandResult> ShipAsync(Report report, int trip, int? version, CommandResult left, CancellationToken cancellationToken)
    {
        if (await FindTripAsync(report, trip, version, cancellationToken) is not { } made)
            return left;
        var load = Sum(made.Sheet.Goods.Where(goods => goods.Orders.Any(made.Orders.Contains)).SelectMany(goods => goods.Lines));
        if (load.Count == 0)
            return left;
        var shipped = await books.ShipAsync(made.Sheet, trip, load, report.Header, cancellationToken);
        return shipped.Accepted ? left : shipped;
    }

    private async Task<CommandResult> TakeBackAsync(Report report, int trip, ReturnRequest request, CommandResult back, CancellationToken cancellationToken)
    {
        if (await FindTripAsync(report, trip, version: null, cancellationToken) is not { } made)
            return back;
        var goods = request.Returned is { } stated ? Sum(stated) : await orders.OnBoardAsync(report.VehicleId, made.Day, trip, cancellationToken);
        if (goods.Count == 0)
            return back;
        var returned = await books.ReturnAsync(made.Sheet, trip, goods, report.Header, cancellationToken);
        return returned.Accepted ? back : returned;
    }

    /// <summary>The last trip of this number that is on record, with the version of its order that it left by; null where there is none.</summary>
    /// <param name="version">As the driver named it; null: the latest that there was then.</param>
    private async Task<TripMade?> FindTripAsync(Report report, int trip, int? version, CancellationToken cancellationToken)
    {
        if (await orders.LastTripAsync(report.VehicleId, trip, cancellationToken) is not var (day, departedAt, carried))
            return null;
        var versions = (await orders.VersionsAsync(report.VehicleId, day, cancellationToken))
            .Where(issued => trip < issued.Route.Trips.Count && (version is { } held ? issued.Version <= held : IsBy(issued.IssuedAt, departedAt)))
            .ToList();
        var sheet = versions.LastOrDefault(issued => OrdersOf(issued, trip).SequenceEqual(carried)) ?? versions.LastOrDefault();
        return sheet is null ? null : new TripMade(day, sheet, carried);
    }

    // Moments on record are whole milliseconds; an order may be issued in the very one in which its vehicle leaves.
    private static bool IsBy(DateTimeOffset moment, DateTimeOffset recorded) => moment.ToUnixTimeMilliseconds() <= recorded.ToUnixTimeMilliseconds();

    private static IEnumerable<OrderId> OrdersOf(DispatchOrder order, int trip) => order.Route.Trips[trip].Stops.SelectMany(stop => stop.Orders);

    /// <summary>Whether it left by a version that was not outdated then, or that nobody can call it back from.</summary>
    private static bool MayBeOutdated(DispatchOrder held, IReadOnlyList<DispatchOrder> versions, Report report) =>
        versions.FirstOrDefault(version => version.Version > held.Version) is { } next
        && (next.IssuedAt > report.Header.At || report.Header.At < report.Now - StillAtTheDepot);

    /// <summary>What a report is about, and whether it comes too late.</summary>
    private async Task<(Report Report, bool IsTooOld)?> ContextAsync(PersonFacts driver, CommandId id, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (driver is not { Region: { } region, Vehicle: { } vehicle } || await clocks.FindAsync(region, cancellationToken) is not { } time)
            return null;
        // A phone's clock may be ahead; nothing has happened that is still to come.
        var moment = at is { } stated && stated < time.Now ? stated : time.Now;
        var isTooOld = moment < time.Now - OldestQueued;
        // The calendar of the region need not reach back to what nobody means.
        var happened = time.Region.ToLocal(isTooOld ? time.Now : moment).Date;
        var header = new CommandHeader(id, driver.User, moment);
        return (new Report(vehicle, grains.GetGrain<IVehicleGrain>(vehicle.Value), header, driver.Day ?? happened, happened, time.Now), isTooOld);
    }

    private async Task<ProductId?> FindUnknownAsync(PersonFacts driver, DateOnly date, IReadOnlyList<OrderLine>? lines, CancellationToken cancellationToken)
    {
        if (lines is null)
            return null;
        var scope = ReadScope.OfVehicle(driver.Region!.Value, driver.Vehicle!.Value, new DayRange(date, date));
        var known = (await regions.FindAsync(scope, cancellationToken))?.Products.Select(product => product.Id).ToHashSet() ?? [];
        var unknown = lines.Where(line => !known.Contains(line.Product)).ToList();
        return unknown.Count > 0 ? unknown[0].Product : null;
    }

    private static string Text(int figure) => figure.ToString(CultureInfo.InvariantCulture);

    private static List<OrderLine> Sum(IEnumerable<OrderLine> lines) =>
    [
        .. lines.GroupBy(line => line.Product)
            .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))))
            .Where(line => line.Cases > Cases.Zero)
            .OrderBy(line => line.Product.Value, StringComparer.Ordinal),
    ];

    private sealed record TripMade(DateOnly Day, DispatchOrder Sheet, IReadOnlyList<OrderId> Orders);

    /// <param name="Date">The day whose order it is about.</param>
    /// <param name="Happened">The day on which it happened.</param>
    private sealed record Report(VehicleId VehicleId, IVehicleGrain Vehicle, CommandHeader Header, DateOnly Date, DateOnly Happened, DateTimeOffset Now);
}
