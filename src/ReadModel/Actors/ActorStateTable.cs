using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;

namespace Territory.ReadModel.Actors;

/// <summary>The table of actors' states: one row per actor, written with each of its events.</summary>
internal static class ActorStateTable
{
    public const string Name = "actor_state";

    public const string Select = "SELECT version, state FROM actor_state WHERE kind = ?1 AND id = ?2";

    public const string SelectAll = "SELECT version, state FROM actor_state WHERE kind = ?1 ORDER BY id";

    private const string Create = """
        CREATE TABLE actor_state (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            state BLOB,
            PRIMARY KEY (kind, id))
        """;

    private const string Insert = "INSERT INTO actor_state (kind, id, version, state) VALUES (?1, ?2, ?3, ?4)";

    private const string Update = "UPDATE actor_state SET version = ?3, state = ?4 WHERE kind = ?1 AND id = ?2";

    public static void CreateTable(IProjectionConnection connection) => connection.Execute(Create);

    /// <summary>Folds an event into the actor's row and returns the state before and after it.</summary>
    public static (TState? Before, TState? After) Apply<TState>(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
        where TState : class, IActorState<TState>
    {
        var cache = ActorStateCache.Of(connection);
        var version = entry.Version - 1;
        if (!cache.TryGet<TState>(id, version, out var before))
        {
            var held = ActorStates.Find<TState>(connection, id);
            if (held.Version != version)
                throw new InvalidOperationException($"The state of {entry.Stream} stands at version {held.Version}; event {entry.Version} cannot follow.");
            before = held.State;
        }

        var after = TState.Apply(before, @event);
        var bytes = after is null ? null : CompactJson.Write(after, TState.JsonForm);
        connection.Execute(version == 0 ? Insert : Update, TState.Kind, id, entry.Version, bytes);
        cache.Put(id, after, entry.Version);
        return (before, after);
    }
}
