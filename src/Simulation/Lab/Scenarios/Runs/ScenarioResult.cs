namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>What a scenario and its variants came to; a variant that was not begun before a cancellation is not among them.</summary>
public sealed record ScenarioResult(Scenario Scenario, ScenarioRunOptions Options, VariantResult Base, IReadOnlyList<VariantResult> Variants)
{
    /// <summary>Whether everything that was asked for was run.</summary>
    public bool IsComplete =>
        Variants.Count == Scenario.Variants.Count
        && Variants.Prepend(Base).All(variant => variant.Replications.End is not Statistics.ReplicationEnd.Cancelled);
}
