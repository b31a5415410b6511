namespace Territory.Optimizer.Routing;

/// <summary>A rule between stops; it binds those of them that are served.</summary>
/// <param name="Clients">Client numbers, in order where the order matters.</param>
public sealed record Relation(RelationKind Kind, IReadOnlyList<int> Clients);
