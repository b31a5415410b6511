using System.Text.Json;
using Territory.Journal;
using Territory.Journal.Sql;

namespace Territory.ReadModel.Actors;

/// <summary>Reads actors' states from their rows, so that an actor wakes from its row and never by replaying its stream.</summary>
public static class ActorStates
{
    /// <summary>The state and version of one actor; version 0 where its stream is empty.</summary>
    public static async ValueTask<ActorSnapshot<TState>> FindAsync<TState>(IJournal journal, string id, CancellationToken cancellationToken = default)
        where TState : class, IActorState<TState>
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Find<TState>(snapshot, id);
    }

    /// <summary>The state and version of one actor within a consistent view.</summary>
    public static ActorSnapshot<TState> Find<TState>(IQueryConnection connection, string id)
        where TState : class, IActorState<TState>
    {
        using var rows = connection.Query(ActorStateTable.Select, TState.Kind, id);
        return rows.Read() ? Read<TState>(rows, firstColumn: 0) : default;
    }

    /// <summary>Every actor of a kind that exists, in order of id.</summary>
    public static IReadOnlyList<TState> All<TState>(IQueryConnection connection)
        where TState : class, IActorState<TState>
    {
        var states = new List<TState>();
        using var rows = connection.Query(ActorStateTable.SelectAll, TState.Kind);
        while (rows.Read())
        {
            if (Read<TState>(rows, firstColumn: 0).State is { } state)
                states.Add(state);
        }

        return states;
    }

    internal static ActorSnapshot<TState> Read<TState>(ISqlRows rows, int firstColumn)
        where TState : class, IActorState<TState>
    {
        var version = rows.GetInt64(firstColumn);
        return rows.IsNull(firstColumn + 1)
            ? new ActorSnapshot<TState>(null, version)
            : new ActorSnapshot<TState>(JsonSerializer.Deserialize(rows.GetBytes(firstColumn + 1), TState.JsonForm), version);
    }
}
