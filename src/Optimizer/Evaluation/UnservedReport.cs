namespace Territory.Optimizer.Evaluation;

/// <summary>Why stops are on no route, as far as there was room to say so.</summary>
/// <param name="Explained">In order of what leaving them out costs, the dearest first.</param>
/// <param name="NotExplained">How many further ones there are; of a shipment the pickup counts.</param>
public sealed record UnservedReport(IReadOnlyList<UnservedExplanation> Explained, int NotExplained);
