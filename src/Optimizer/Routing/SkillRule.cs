namespace Territory.Optimizer.Routing;

/// <summary>What a stop asks of the skills of its vehicle.</summary>
public sealed record SkillRule
{
    public IReadOnlyList<int> All { get; init; } = [];

    /// <summary>One of these at least, where any are named.</summary>
    public IReadOnlyList<int> AnyOf { get; init; } = [];

    public IReadOnlyList<int> NoneOf { get; init; } = [];

    public bool Allows(IReadOnlyList<int> skills) =>
        All.All(skills.Contains) && (AnyOf.Count == 0 || AnyOf.Any(skills.Contains)) && !NoneOf.Any(skills.Contains);
}
