using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Statistics;

/// <summary>Seeds and draws that grow from a seed by named branches, so that no two uses of a seed share random numbers.</summary>
/// <remarks>Philox draws with purpose 0, which no rule of the market draws with: a branch never meets a rule's own numbers under the same seed.</remarks>
internal static class SeedTree
{
    private const DrawPurpose NoRule = default;

    /// <summary>The random numbers of one item of a branch.</summary>
    public static Draw DrawOf(ulong seed, EntityKey branch, long item) =>
        Draw.Of(unchecked((long)seed), NoRule, branch.With(new EntityKey(unchecked((ulong)item))));

    /// <summary>The seed of one item of a branch.</summary>
    public static ulong SeedOf(ulong seed, EntityKey branch, long item)
    {
        var draw = DrawOf(seed, branch, item);
        return draw.NextBits();
    }
}
