namespace Territory.Optimizer.Routing;

/// <summary>What concerns more than one stop or one kind of vehicle.</summary>
public sealed record ProblemRules
{
    public static ProblemRules None { get; } = new();

    /// <summary>Further profiles; a vehicle type's profile 1 is the first of these, 0 is the problem's own lengths.</summary>
    public IReadOnlyList<TravelProfile> Profiles { get; init; } = [];

    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Groups of client numbers of which one at most is served: the same order at several places. What a group left out costs is the most that any of its clients costs.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Alternatives { get; init; } = [];

    public BalanceRule? Balance { get; init; }

    /// <summary>Cost of each territory that a vehicle serves beyond its first.</summary>
    public long CostPerFurtherTerritory { get; init; }
}
