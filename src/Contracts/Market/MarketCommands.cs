namespace Territory.Contracts.Market;

/// <summary>Gives a region a simulated market (模拟市场) that drives its actors from a date on.</summary>
[GenerateSerializer, Immutable, Alias("territory.OpenMarket")]
public sealed record OpenMarket(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] ulong Seed,
    [property: Id(2)] DateOnly StartsOn) : ICommand;

/// <summary>Sets the pace: simulated seconds per real second, 1 to 1,000.</summary>
[GenerateSerializer, Immutable, Alias("territory.SetMarketSpeed")]
public sealed record SetMarketSpeed(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] double Speed) : ICommand;

[GenerateSerializer, Immutable, Alias("territory.PauseMarket")]
public sealed record PauseMarket(
    [property: Id(0)] CommandHeader Header) : ICommand;

[GenerateSerializer, Immutable, Alias("territory.ResumeMarket")]
public sealed record ResumeMarket(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <summary>Runs as fast as it can until a moment, then stops there: for history and for tests.</summary>
[GenerateSerializer, Immutable, Alias("territory.AdvanceMarket")]
public sealed record AdvanceMarket(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DateTimeOffset Until) : ICommand;
