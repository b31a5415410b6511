using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Plans;

/// <summary>The calls that published visit lists ask for: the denominator of visit coverage (拜访达成率).</summary>
internal sealed class VisitPlanTables : IActorTables
{
    private const string InsertVisit = """
        INSERT INTO planned_visits (rep, day, terminal, region, plan, sequence, arrival, departure, due_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertPostponed = """
        INSERT INTO postponed_visits (rep, terminal, region, day, due_on, next_on, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
        """;

    public IReadOnlyList<string> Names { get; } = ["planned_visits", "postponed_visits"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE planned_visits (
                rep TEXT NOT NULL,
                day INTEGER NOT NULL,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                plan TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                arrival INTEGER NOT NULL,
                departure INTEGER NOT NULL,
                due_on INTEGER NOT NULL,
                PRIMARY KEY (rep, day, terminal)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX planned_visits_day ON planned_visits (region, day)");
        // Only the latest published list of a rep says when a postponed outlet is next planned.
        connection.Execute("""
            CREATE TABLE postponed_visits (
                rep TEXT NOT NULL,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                day INTEGER NOT NULL,
                due_on INTEGER NOT NULL,
                next_on INTEGER NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (rep, terminal)) WITHOUT ROWID
            """);
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var plan = PlanTable.Apply<VisitPlanState, VisitPlan>(entry, id, @event, connection);
        if (@event is VisitPlanPublished)
            Replace(connection, plan);
    }

    private static void Replace(IProjectionConnection connection, VisitPlan plan)
    {
        connection.Execute("DELETE FROM planned_visits WHERE rep = ?1 AND day = ?2", plan.Rep.Value, plan.Date.DayNumber);
        connection.Execute("DELETE FROM postponed_visits WHERE rep = ?1", plan.Rep.Value);
        for (var sequence = 0; sequence < plan.Visits.Count; sequence++)
        {
            var visit = plan.Visits[sequence];
            connection.Execute(
                InsertVisit, plan.Rep.Value, plan.Date.DayNumber, visit.Terminal.Value, plan.Region.Value, plan.Id.Value, sequence, visit.Arrival.Seconds,
                visit.Departure.Seconds, visit.DueOn.DayNumber);
        }

        foreach (var postponed in plan.Postponed)
        {
            connection.Execute(
                InsertPostponed, plan.Rep.Value, postponed.Terminal.Value, plan.Region.Value, plan.Date.DayNumber, postponed.DueOn.DayNumber,
                postponed.NextOn.DayNumber, Enum.GetName(postponed.Reason)!);
        }
    }
}
