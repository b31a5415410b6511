namespace Territory.Optimizer.Routing;

/// <summary>From this time on, until the next period begins, vehicles drive at this speed: 1000 is the free road of the matrix and the most, 500 takes twice as long.</summary>
public sealed record SpeedPeriod(long From, int SpeedPermille);
