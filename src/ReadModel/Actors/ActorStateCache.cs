using System.Runtime.CompilerServices;
using Territory.Journal.Sql;

namespace Territory.ReadModel.Actors;

/// <summary>The states that one connection last wrote, so that the next event of the same actor need not read and parse them again.</summary>
/// <remarks>
/// A projection keeps no state outside its tables; this is a copy of what is in them, and is used only where it stands at the version just before the
/// event. Whatever is undone is applied again from the version that is in the table, and the copy, which is ahead of it, is then not used.
/// It belongs to a connection because a verification replays on another one.
/// </remarks>
internal sealed class ActorStateCache
{
    /// <summary>Some 30 MB of terminals; beyond it the cache begins anew.</summary>
    private const int MostStates = 10_000;

    private static readonly ConditionalWeakTable<IProjectionConnection, ActorStateCache> Caches = [];

    private readonly Dictionary<(string Kind, string Id), (object? State, long Version)> states = [];

    public static ActorStateCache Of(IProjectionConnection connection) => Caches.GetValue(connection, _ => new ActorStateCache());

    public bool TryGet<TState>(string id, long version, out TState? state)
        where TState : class, IActorState<TState>
    {
        if (states.TryGetValue((TState.Kind, id), out var known) && known.Version == version)
        {
            state = (TState?)known.State;
            return true;
        }

        state = null;
        return false;
    }

    public void Put<TState>(string id, TState? state, long version)
        where TState : class, IActorState<TState>
    {
        if (states.Count >= MostStates)
            states.Clear();
        states[(TState.Kind, id)] = (state, version);
    }
}
