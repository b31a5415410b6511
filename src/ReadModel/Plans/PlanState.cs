using System.Text.Json.Serialization;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Plans;

/// <summary>The plan of one party's day as its actor keeps it: the latest proposal, and what is published.</summary>
public abstract record PlanState<TPlan>
    where TPlan : class, IDayPlan<TPlan>
{
    /// <summary>The latest proposal, also when it has been published or discarded; its status says so.</summary>
    public required TPlan Latest { get; init; }

    public TPlan? Published { get; init; }

    /// <summary>The highest version there is.</summary>
    [JsonIgnore]
    public virtual int LastVersion => Latest.Version;

    /// <summary>The state after an event of this kind of plan.</summary>
    /// <param name="begin">Makes the state that follows on the first proposal.</param>
    /// <exception cref="InvalidOperationException">The event cannot follow on this state.</exception>
    protected static TState Next<TState>(TState? state, IEvent @event, Func<TPlan, TState> begin)
        where TState : PlanState<TPlan>, IActorState<TState> => (state, @event) switch
        {
            (null, IPlanProposed<TPlan> e) => begin(e.Plan),
            (null, _) => throw UnexpectedEvent.BeforeCreation(TState.Kind, @event),
            (_, IPlanProposed<TPlan> e) => state with { Latest = e.Plan },
            (_, IPlanPublished<TPlan>) => Publish(state, state.Latest.WithStatus(PlanStatus.Published)),
            (_, IPlanDiscarded<TPlan>) => state with { Latest = state.Latest.WithStatus(PlanStatus.Discarded) },
            _ => throw UnexpectedEvent.Unknown(TState.Kind, @event),
        };

    private static TState Publish<TState>(TState state, TPlan published)
        where TState : PlanState<TPlan> => state with { Latest = published, Published = published };
}
