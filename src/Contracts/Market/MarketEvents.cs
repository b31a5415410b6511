namespace Territory.Contracts.Market;

[GenerateSerializer, Immutable, Alias("territory.MarketOpened")]
public sealed record MarketOpened(
    [property: Id(0)] ulong Seed,
    [property: Id(1)] DateOnly StartsOn,
    [property: Id(2)] DateTimeOffset Now) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.MarketSpeedSet")]
public sealed record MarketSpeedSet(
    [property: Id(0)] double Speed,
    [property: Id(1)] DateTimeOffset Now) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.MarketPaused")]
public sealed record MarketPaused(
    [property: Id(0)] DateTimeOffset Now) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.MarketResumed")]
public sealed record MarketResumed(
    [property: Id(0)] DateTimeOffset Now) : IEvent;

/// <summary>The clock has reached a moment and everything before it is settled.</summary>
[GenerateSerializer, Immutable, Alias("territory.MarketAdvanced")]
public sealed record MarketAdvanced(
    [property: Id(0)] DateTimeOffset Now) : IEvent;

/// <summary>The plans of a day are made and published.</summary>
[GenerateSerializer, Immutable, Alias("territory.MarketDayPlanned")]
public sealed record MarketDayPlanned(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] DateTimeOffset Now) : IEvent;

/// <summary>A market day is over: every outlet is settled to its end.</summary>
[GenerateSerializer, Immutable, Alias("territory.MarketDayClosed")]
public sealed record MarketDayClosed(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] DateTimeOffset Now) : IEvent;
