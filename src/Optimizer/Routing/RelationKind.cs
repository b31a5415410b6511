namespace Territory.Optimizer.Routing;

/// <summary>What a <see cref="Relation"/> asks.</summary>
public enum RelationKind
{
    /// <summary>All by one vehicle.</summary>
    Together,

    /// <summary>No two by one vehicle.</summary>
    Apart,

    /// <summary>All by one vehicle, in this order, with other stops between them or not.</summary>
    Sequence,

    /// <summary>All by one vehicle, in this order, with no other stop between them.</summary>
    DirectSequence,
}
