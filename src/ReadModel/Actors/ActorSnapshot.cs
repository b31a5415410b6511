namespace Territory.ReadModel.Actors;

/// <summary>An actor's state as of a version of its stream. The state is null where the actor does not exist.</summary>
public readonly record struct ActorSnapshot<TState>(TState? State, long Version)
    where TState : class;
