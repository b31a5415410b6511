namespace Territory.Cli.Load;

/// <summary>How much load for how long.</summary>
/// <param name="Rate">Commands a second over all terminals.</param>
internal sealed record LoadPlan(int Terminals, double Rate, TimeSpan Time);
