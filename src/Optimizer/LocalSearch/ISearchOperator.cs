namespace Territory.Optimizer.LocalSearch;

/// <summary>One way to change one or two routes around a pair of entries. Operators are structures and the search is generic in them, so that no call is virtual.</summary>
internal interface ISearchOperator
{
    /// <summary>What the change costs, in the objective with penalties.</summary>
    /// <param name="u">A client.</param>
    /// <param name="v">Another client, or the depot entry that begins a trip.</param>
    /// <param name="limit">The operator may stop as soon as the cost cannot be below this.</param>
    /// <returns>The exact change when that is below <paramref name="limit"/>; otherwise some number not below it.
    /// Where the change does not exist, a number that is not <see cref="LinkedRoutes.IsPossible"/>.</returns>
    long Delta(LinkedRoutes routes, int u, int v, long limit);

    /// <summary>Makes the change that the last call of <see cref="Delta"/> priced.</summary>
    void Apply(LinkedRoutes routes, int u, int v);
}
