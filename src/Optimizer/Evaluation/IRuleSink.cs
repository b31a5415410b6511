namespace Territory.Optimizer.Evaluation;

/// <summary>What a walk does with a broken rule; a struct, so that the search's walk is compiled without what only a report needs.</summary>
internal interface IRuleSink
{
    /// <summary>Whether a broken rule ends the walk.</summary>
    static abstract bool IsStrict { get; }

    /// <param name="location">The location of the stop; -1 where the rule is about the route.</param>
    /// <param name="limit">What is allowed, as <see cref="BrokenRule"/> has it.</param>
    void Add(Rule rule, int location, long amount, long limit);
}
