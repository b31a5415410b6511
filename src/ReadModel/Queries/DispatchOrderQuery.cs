using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.DispatchOrders;
using Territory.ReadModel.Terminals;

namespace Territory.ReadModel.Queries;

/// <summary>Dispatch orders, and what is on record of the days they are for.</summary>
public sealed class DispatchOrderQuery(IJournal journal)
{
    private const string Trips = "SELECT departed_at, returned_at, driven_meters FROM trips WHERE vehicle = ?1 AND day = ?2 ORDER BY trip";

    private const string Loaded = """
        SELECT l.product, sum(l.cases) FROM trip_orders t JOIN order_lines l ON l.order_id = t.order_id
        WHERE t.vehicle = ?1 AND t.day = ?2 GROUP BY l.product
        """;

    private const string Delivered = """
        SELECT l.product, sum(l.delivered) FROM deliveries d JOIN delivery_lines l ON l.position = d.position
        WHERE d.vehicle = ?1 AND d.day = ?2 GROUP BY l.product
        """;

    private const string OnBoard = """
        SELECT product, sum(cases) FROM (
            SELECT l.product, l.cases FROM trip_orders t JOIN order_lines l ON l.order_id = t.order_id WHERE t.vehicle = ?1 AND t.day = ?2 AND t.trip = ?3
            UNION ALL
            SELECT l.product, -l.delivered FROM deliveries d JOIN delivery_lines l ON l.position = d.position
            WHERE d.vehicle = ?1 AND d.day = ?2 AND EXISTS (
                SELECT 1 FROM delivery_orders o JOIN trip_orders t ON t.order_id = o.order_id
                WHERE o.position = d.position AND t.vehicle = ?1 AND t.day = ?2 AND t.trip = ?3))
        GROUP BY product HAVING sum(cases) > 0 ORDER BY product
        """;

    private const string Boarded = """
        SELECT o.order_id FROM trip_orders o
        JOIN trips t ON t.vehicle = o.vehicle AND t.day = o.day AND t.trip = o.trip
        JOIN orders placed ON placed.id = o.order_id
        WHERE o.vehicle = ?1 AND o.day = ?2 AND placed.terminal = ?3 AND (t.returned_at IS NULL OR t.returned_at > ?4) ORDER BY o.trip, o.line
        """;

    private const string Cash = """
        SELECT coalesce(sum(amount), 0) FROM payments
        WHERE vehicle = ?1 AND method = 'Cash' AND (day = ?2 OR paid_at BETWEEN ?3 AND ?4)
        """;

    /// <summary>The orders of a day that are in scope, by vehicle.</summary>
    public async Task<IReadOnlyList<DispatchOrder>> ListAsync(ReadScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        if (!scope.Includes(date))
            return [];
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var vehicles = snapshot.List(
            $"""
            SELECT o.vehicle FROM dispatch_orders o JOIN vehicles p ON p.id = o.vehicle AND {ScopeFilter.Vehicles(scope, "p")}
            WHERE o.day = ?3 ORDER BY o.vehicle
            """,
            rows => new VehicleId(rows.GetString(0)), ScopeFilter.Region(scope), ScopeFilter.Party(scope), date.DayNumber);
        return [.. vehicles.Select(vehicle => Find(snapshot, vehicle, date)!)];
    }

    /// <summary>A vehicle's order of a day; null where there is none or it is out of scope.</summary>
    public async Task<DispatchOrderSnapshot?> FindAsync(ReadScope scope, VehicleId vehicle, DateOnly date, CancellationToken cancellationToken)
    {
        if (!scope.Includes(date))
            return null;
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query(
            $"SELECT 1 FROM vehicles p WHERE {ScopeFilter.Vehicles(scope, "p")} AND p.id = ?3", ScopeFilter.Region(scope), ScopeFilter.Party(scope), vehicle.Value);
        return rows.Read() && Find(snapshot, vehicle, date) is { } order ? new DispatchOrderSnapshot(order, OutcomeOf(snapshot, order)) : null;
    }

    /// <summary>Every version of a vehicle's order of a day as it was issued, the oldest first.</summary>
    public async Task<IReadOnlyList<DispatchOrder>> VersionsAsync(VehicleId vehicle, DateOnly date, CancellationToken cancellationToken)
    {
        var versions = new List<DispatchOrder>();
        await foreach (var entry in journal.ReadStreamAsync(StreamId.Of(ActorKind.DispatchOrder, DispatchOrderKey.Of(vehicle, date)), cancellationToken: cancellationToken))
        {
            if (EventCodec.Decode(entry.Alias, entry.Payload.Span) is DispatchOrderIssued issued)
                versions.Add(issued.Order);
        }

        return versions;
    }

    /// <summary>The last day on which the vehicle left on a trip of this number, when it did, and the orders that it took; null where it never did.</summary>
    public async Task<(DateOnly Day, DateTimeOffset DepartedAt, IReadOnlyList<OrderId> Orders)?> LastTripAsync(VehicleId vehicle, int trip, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query("SELECT day, departed_at FROM trips WHERE vehicle = ?1 AND trip = ?2 ORDER BY day DESC LIMIT 1", vehicle.Value, trip);
        if (!rows.Read())
            return null;
        var day = DateOnly.FromDayNumber(rows.GetInt32(0));
        var carried = snapshot.List(
            "SELECT order_id FROM trip_orders WHERE vehicle = ?1 AND day = ?2 AND trip = ?3 ORDER BY line", found => new OrderId(found.GetString(0)),
            vehicle.Value, day.DayNumber, trip);
        return (day, rows.Instant(1), carried);
    }

    /// <summary>What the vehicle left with for an outlet and had not brought back at a moment, whatever has been planned since; null where there is nothing.</summary>
    public async Task<BoardedStop?> FindBoardedAsync(VehicleId vehicle, DateOnly date, TerminalId terminal, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var boarded = snapshot.List(
            Boarded, rows => new OrderId(rows.GetString(0)), vehicle.Value, date.DayNumber, terminal.Value, at.ToUnixTimeMilliseconds()).ToHashSet();
        if (boarded.Count == 0)
            return null;
        foreach (var version in (await VersionsAsync(vehicle, date, cancellationToken)).Reverse())
        {
            if (version.Route.Trips.SelectMany(trip => trip.Stops).FirstOrDefault(stop => stop.Orders.Any(boarded.Contains)) is not { } stop)
                continue;
            var open = ActorStates.Find<TerminalState>(snapshot, terminal.Value).State?.OpenOrders ?? [];
            return new BoardedStop(version.Plan, [.. open.Select(order => order.Order).Where(order => boarded.Contains(order.Id))], stop.Window);
        }

        return null;
    }

    /// <summary>What was loaded for a trip and not handed over.</summary>
    public async Task<IReadOnlyList<OrderLine>> OnBoardAsync(VehicleId vehicle, DateOnly date, int trip, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return snapshot.List(
            OnBoard, rows => new OrderLine(new ProductId(rows.GetString(0)), new Cases(rows.GetInt32(1))), vehicle.Value, date.DayNumber, trip);
    }

    public static DispatchOrder? Find(IQueryConnection connection, VehicleId vehicle, DateOnly date) =>
        ActorStates.Find<DispatchOrderState>(connection, DispatchOrderKey.Of(vehicle, date)).State?.Order;

    /// <summary>What is on record of the day of an order. Goods are as they were loaded and handed over; nothing is counted back yet.</summary>
    public static DispatchOutcome OutcomeOf(IQueryConnection connection, DispatchOrder order)
    {
        var trips = connection.List(
            Trips, rows => (Departed: rows.Instant(0), Returned: rows.InstantOrNull(1), Meters: rows.IsNull(2) ? 0 : rows.GetInt32(2)),
            order.Vehicle.Value, order.Date.DayNumber);
        var (delivered, loaded) = (Cases(connection, Delivered, order), Cases(connection, Loaded, order));
        var goods = loaded.Keys.Union(delivered.Keys).Order(StringComparer.Ordinal)
            .Select(product => new GoodsBalance(
                new ProductId(product), new Cases(loaded.GetValueOrDefault(product)), new Cases(delivered.GetValueOrDefault(product)), Model.Quantities.Cases.Zero));
        var isOut = trips.Count > 0 && trips[^1].Returned is null;
        var (done, stops) = (0, order.Route.Trips.SelectMany(trip => trip.Stops).ToList());
        foreach (var stop in stops)
            done += WasServed(connection, order, stop.Terminal) ? 1 : 0;
        return new DispatchOutcome(
            trips.Count > 0 ? trips[0].Departed : null, isOut || trips.Count == 0 ? null : trips[^1].Returned, isOut, new Distance(trips.Sum(trip => trip.Meters)),
            done, stops.Count - done, [.. goods], trips.Count > 0 ? CashOf(connection, order, trips[0].Departed, isOut ? null : trips[^1].Returned) : Money.Zero);
    }

    private static bool WasServed(IQueryConnection connection, DispatchOrder order, TerminalId terminal)
    {
        using var rows = connection.Query(
            "SELECT 1 FROM deliveries WHERE vehicle = ?1 AND day = ?2 AND terminal = ?3", order.Vehicle.Value, order.Date.DayNumber, terminal.Value);
        return rows.Read();
    }

    /// <summary>What the vehicle's driver was paid on the day, and while the vehicle was out where that went on after midnight.</summary>
    private static Money CashOf(IQueryConnection connection, DispatchOrder order, DateTimeOffset from, DateTimeOffset? until)
    {
        using var rows = connection.Query(
            Cash, order.Vehicle.Value, order.Date.DayNumber, from.ToUnixTimeMilliseconds(), until?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        return new Money(rows.Read() ? rows.GetInt64(0) : 0);
    }

    private static Dictionary<string, int> Cases(IQueryConnection connection, string query, DispatchOrder order) =>
        connection.List(query, rows => (Product: rows.GetString(0), Cases: rows.GetInt32(1)), order.Vehicle.Value, order.Date.DayNumber)
            .ToDictionary(line => line.Product, line => line.Cases, StringComparer.Ordinal);
}
