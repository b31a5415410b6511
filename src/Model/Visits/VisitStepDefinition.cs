namespace Territory.Model.Visits;

/// <summary>One step of the visit protocol, kept as data so that a company can use its own list.</summary>
/// <param name="Code">Stable, lower-case, for example "store-check".</param>
public sealed record VisitStepDefinition(string Code, LocalizedText Name);
