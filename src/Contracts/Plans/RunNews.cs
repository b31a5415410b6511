namespace Territory.Contracts.Plans;

/// <summary>A re-optimisation of a day's deliveries began or ended. Ephemeral: what became of it is asked of the plan.</summary>
/// <param name="Plan">The <see cref="PlanKey"/>.</param>
[GenerateSerializer, Immutable, Alias("territory.RunNews")]
public sealed record RunNews(
    [property: Id(0)] string Plan);
