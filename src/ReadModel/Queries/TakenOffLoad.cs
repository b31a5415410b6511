using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>Where the goods of a stop are that was taken off a vehicle.</summary>
/// <param name="HasLeft">The vehicle has left on the trip that the stop was on.</param>
/// <param name="IsOnBoard">The vehicle left with an order of the stop, and has not brought it back.</param>
/// <param name="Made">The drop, where it was made all the same.</param>
internal sealed record TakenOffLoad(bool HasLeft, bool IsOnBoard, DropProgress? Made)
{
    private const string Trip = "SELECT 1 FROM trips WHERE vehicle = ?1 AND day = ?2 AND trip = ?3";

    private const string Boarded = """
        SELECT 1 FROM trip_orders o JOIN trips t ON t.vehicle = o.vehicle AND t.day = o.day AND t.trip = o.trip
        WHERE o.vehicle = ?1 AND o.day = ?2 AND o.order_id = ?3 AND t.returned_at IS NULL
        """;

    private const string Drop = """
        SELECT arrived_at, on_time, refusal, cases FROM deliveries WHERE vehicle = ?1 AND day = ?2 AND terminal = ?3 ORDER BY position DESC LIMIT 1
        """;

    public static TakenOffLoad Of(IQueryConnection connection, VehicleId vehicle, DateOnly date, TakenOff gone) => new(
        connection.Integer(Trip, vehicle.Value, date.DayNumber, gone.Trip) is not null,
        gone.Stop.Orders.Any(order => connection.Integer(Boarded, vehicle.Value, date.DayNumber, order.Value) is not null),
        MadeOf(connection, vehicle, date, gone.Stop.Terminal, gone.Stop.Arrival));

    private static DropProgress? MadeOf(IQueryConnection connection, VehicleId vehicle, DateOnly date, TerminalId terminal, TimeOfDay planned)
    {
        using var rows = connection.Query(Drop, vehicle.Value, date.DayNumber, terminal.Value);
        return rows.Read() ? new DropProgress(terminal, planned, rows.InstantOrNull(0), rows.GetBoolean(1), rows.GetString(2), rows.GetInt32(3)) : null;
    }
}
