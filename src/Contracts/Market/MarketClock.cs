namespace Territory.Contracts.Market;

/// <summary>The simulated clock: where it is, how fast it should run and how fast it truly runs.</summary>
[GenerateSerializer, Immutable, Alias("territory.MarketClock")]
public sealed record MarketClock(
    [property: Id(0)] DateTimeOffset Now,
    [property: Id(1)] double Speed,
    [property: Id(2)] double TrueSpeed,
    [property: Id(3)] bool Running,
    [property: Id(4)] ulong Seed,
    [property: Id(5)] bool Live);
