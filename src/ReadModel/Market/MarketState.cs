using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Market;

/// <summary>The simulated market (模拟市场) of a region: its seed, and the clock up to which everything is settled.</summary>
public sealed record MarketState : IActorState<MarketState>
{
    public required ulong Seed { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Simulated seconds per real second that are asked for.</summary>
    public double Speed { get; init; } = 1;

    public bool Running { get; init; }

    /// <summary>The latest day whose plans are published.</summary>
    public DateOnly? PlannedFor { get; init; }

    /// <summary>The latest day that is over.</summary>
    public DateOnly? ClosedDay { get; init; }

    public static string Kind => ActorKind.Market;

    public static JsonTypeInfo<MarketState> JsonForm => StateJsonContext.Default.MarketState;

    public static MarketState? Apply(MarketState? state, IEvent @event) => (state, @event) switch
    {
        (null, MarketOpened e) => new MarketState { Seed = e.Seed, StartsOn = e.StartsOn, Now = e.Now },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, MarketSpeedSet e) => state with { Speed = e.Speed, Now = e.Now },
        (_, MarketPaused e) => state with { Running = false, Now = e.Now },
        (_, MarketResumed e) => state with { Running = true, Now = e.Now },
        (_, MarketAdvanced e) => state with { Now = e.Now },
        (_, MarketDayPlanned e) => state with { PlannedFor = e.Day, Now = e.Now },
        (_, MarketDayClosed e) => state with { ClosedDay = e.Day, Now = e.Now },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
