using Territory.Journal.Sql;
using Territory.Model.Plans;

namespace Territory.ReadModel.Plans;

/// <summary>The list of plans of either kind, one row per version. The plans themselves are in the states of their actors.</summary>
internal static class PlanTable
{
    public const string Table = "plans";

    private const string Insert = """
        INSERT INTO plans (kind, party, day, version, region, id, status, stops, unserved, distance_meters, proposed_position)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """;

    public static void CreateTable(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE plans (
                kind TEXT NOT NULL,
                party TEXT NOT NULL,
                day INTEGER NOT NULL,
                version INTEGER NOT NULL,
                region TEXT NOT NULL,
                id TEXT NOT NULL,
                status TEXT NOT NULL,
                stops INTEGER NOT NULL,
                unserved INTEGER NOT NULL,
                distance_meters INTEGER NOT NULL,
                proposed_position INTEGER NOT NULL,
                published_position INTEGER,
                PRIMARY KEY (kind, party, day, version)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX plans_day ON plans (region, day)");
    }

    public static void Propose(IProjectionConnection connection, string kind, DeliveryPlan plan, long position) => connection.Execute(
        Insert, kind, plan.Distributor.Value, plan.Date.DayNumber, plan.Version, plan.Region.Value, plan.Id.Value, Enum.GetName(plan.Status)!,
        plan.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count)), plan.Unserved.Count, plan.Distance.Meters, position);

    public static void Propose(IProjectionConnection connection, string kind, VisitPlan plan, long position) => connection.Execute(
        Insert, kind, plan.Rep.Value, plan.Date.DayNumber, plan.Version, plan.Region.Value, plan.Id.Value, Enum.GetName(plan.Status)!,
        plan.Visits.Count, plan.Postponed.Count, plan.Distance.Meters, position);

    public static void Publish(IProjectionConnection connection, string kind, string party, DateOnly date, int version, long position) => connection.Execute(
        "UPDATE plans SET status = 'Published', published_position = ?5 WHERE kind = ?1 AND party = ?2 AND day = ?3 AND version = ?4",
        kind, party, date.DayNumber, version, position);

    public static void Discard(IProjectionConnection connection, string kind, string party, DateOnly date, int version) => connection.Execute(
        "UPDATE plans SET status = 'Discarded' WHERE kind = ?1 AND party = ?2 AND day = ?3 AND version = ?4",
        kind, party, date.DayNumber, version);
}
