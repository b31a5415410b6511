using Territory.Model.Quantities;

namespace Territory.Roads.Matching;

/// <summary>A stretch of a track that was followed along the roads without a break.</summary>
/// <param name="FirstFix">Index of the fix it begins with.</param>
/// <param name="LastFix">Index of the last fix that was matched in it.</param>
/// <param name="Traversals">In the order travelled; each begins where the one before ended.</param>
/// <param name="Length">Kilometres actually driven (实际里程): along the roads, not between fixes.</param>
public sealed record MatchedPart(int FirstFix, int LastFix, IReadOnlyList<ArcTraversal> Traversals, Distance Length);
