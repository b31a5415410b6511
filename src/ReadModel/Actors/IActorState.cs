using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;

namespace Territory.ReadModel.Actors;

/// <summary>The state of one kind of actor: a pure fold over the events of its stream, small enough to be written with each event.</summary>
/// <remarks>A state is never changed in place: readers may hold on to one while the actor moves on.</remarks>
public interface IActorState<TSelf>
    where TSelf : class, IActorState<TSelf>
{
    /// <summary>The kind of the actor's stream, one of <see cref="ActorKind"/>.</summary>
    static abstract string Kind { get; }

    /// <summary>The state's form in its row.</summary>
    static abstract JsonTypeInfo<TSelf> JsonForm { get; }

    /// <summary>The state after an event; null before the first event, and again after the actor has been taken back.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow on this state.</exception>
    static abstract TSelf? Apply(TSelf? state, IEvent @event);
}
