using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Plans;

/// <summary>The drops that published delivery plans ask for, for progress and punctuality.</summary>
internal sealed class DeliveryPlanTables : IActorTables
{
    private const string InsertDrop = """
        INSERT INTO planned_drops (distributor, day, vehicle, trip, sequence, region, plan, terminal, window_from, window_until, arrival, orders)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    public IReadOnlyList<string> Names { get; } = ["planned_drops"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE planned_drops (
                distributor TEXT NOT NULL,
                day INTEGER NOT NULL,
                vehicle TEXT NOT NULL,
                trip INTEGER NOT NULL,
                sequence INTEGER NOT NULL,
                region TEXT NOT NULL,
                plan TEXT NOT NULL,
                terminal TEXT NOT NULL,
                window_from INTEGER NOT NULL,
                window_until INTEGER NOT NULL,
                arrival INTEGER NOT NULL,
                orders INTEGER NOT NULL,
                PRIMARY KEY (distributor, day, vehicle, trip, sequence)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX planned_drops_day ON planned_drops (region, day)");
        connection.Execute("CREATE INDEX planned_drops_terminal ON planned_drops (terminal, day)");
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var plan = PlanTable.Apply<DeliveryPlanState, DeliveryPlan>(entry, id, @event, connection);
        if (@event is DeliveryPlanPublished)
            Replace(connection, plan);
    }

    private static void Replace(IProjectionConnection connection, DeliveryPlan plan)
    {
        connection.Execute("DELETE FROM planned_drops WHERE distributor = ?1 AND day = ?2", plan.Distributor.Value, plan.Date.DayNumber);
        foreach (var route in plan.Routes)
        {
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                for (var sequence = 0; sequence < route.Trips[trip].Stops.Count; sequence++)
                {
                    var stop = route.Trips[trip].Stops[sequence];
                    connection.Execute(
                        InsertDrop, plan.Distributor.Value, plan.Date.DayNumber, route.Vehicle.Value, trip, sequence, plan.Region.Value, plan.Id.Value,
                        stop.Terminal.Value, stop.Window.Start.Seconds, stop.Window.End.Seconds, stop.Arrival.Seconds, stop.Orders.Count);
                }
            }
        }
    }
}
