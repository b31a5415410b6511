using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Plans;

/// <summary>The list of plans of either kind, one row per version. The plans themselves are in the states of their actors.</summary>
internal static class PlanTable
{
    public const string Table = "plans";

    private const string Insert = """
        INSERT INTO plans (kind, party, day, version, region, id, status, is_aside, stops, unserved, distance_meters, proposed_position)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    private const string Publish =
        "UPDATE plans SET status = 'Published', published_position = ?5 WHERE kind = ?1 AND party = ?2 AND day = ?3 AND version = ?4";

    private const string Discard = "UPDATE plans SET status = 'Discarded' WHERE kind = ?1 AND party = ?2 AND day = ?3 AND version = ?4";

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
                is_aside INTEGER NOT NULL,
                stops INTEGER NOT NULL,
                unserved INTEGER NOT NULL,
                distance_meters INTEGER NOT NULL,
                proposed_position INTEGER NOT NULL,
                published_position INTEGER,
                PRIMARY KEY (kind, party, day, version)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX plans_day ON plans (region, day)");
    }

    /// <summary>Takes in one event of a plan of either kind: its actor's state first, then its row. Returns the plan after the event.</summary>
    public static TPlan Apply<TState, TPlan>(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
        where TState : PlanState<TPlan>, IActorState<TState>
        where TPlan : class, IDayPlan<TPlan>
    {
        var (_, after) = ActorStateTable.Apply<TState>(entry, id, @event, connection);
        var plan = after!.Latest;
        switch (@event)
        {
            case IPlanProposed<TPlan> e:
                Put(TState.Kind, e.Plan, isAside: false, entry.Position, connection);
                break;
            case DeliveryPlanSetAside e:
                Put(TState.Kind, e.Plan, isAside: true, entry.Position, connection);
                break;
            case DeliveryPlanNamed:
                break;
            case IPlanPublished<TPlan>:
                connection.Execute(Publish, TState.Kind, plan.Party, plan.Date.DayNumber, plan.Version, entry.Position);
                break;
            case IPlanDiscarded<TPlan>:
                connection.Execute(Discard, TState.Kind, plan.Party, plan.Date.DayNumber, plan.Version);
                break;
            case DeliveryRunStarted or DeliveryRunEnded:
                break;
            default:
                throw UnexpectedEvent.Unknown(TState.Kind, @event);
        }

        return plan;
    }

    private static void Put<TPlan>(string kind, TPlan plan, bool isAside, long position, IProjectionConnection connection)
        where TPlan : class, IDayPlan<TPlan> => connection.Execute(
            Insert, kind, plan.Party, plan.Date.DayNumber, plan.Version, plan.Region.Value, plan.Id.Value, Enum.GetName(plan.Status)!, isAside,
            plan.StopCount, plan.LeftOutCount, plan.Distance.Meters, position);
}
