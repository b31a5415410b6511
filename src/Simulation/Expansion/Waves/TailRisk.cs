namespace Territory.Simulation.Expansion.Waves;

/// <summary>Conditional value at risk (条件风险价值): the mean of the worst share of equally likely outcomes.</summary>
/// <remarks>
/// Algorithm: the mean over the lowest (1 - level) n outcomes, the last of them in part where that is no whole number.
/// Complexity: one sort. Source: Rockafellar and Uryasev: "Conditional value-at-risk for general loss distributions", 2002.
/// </remarks>
internal static class TailRisk
{
    public static double Mean(ReadOnlySpan<long> outcomes)
    {
        var sum = 0.0;
        foreach (var outcome in outcomes)
            sum += outcome;
        return sum / outcomes.Length;
    }

    public static double Worst(ReadOnlySpan<long> outcomes, double level, Span<long> scratch)
    {
        var sorted = scratch[..outcomes.Length];
        outcomes.CopyTo(sorted);
        sorted.Sort();
        var share = Share(outcomes.Length, level);
        var sum = 0.0;
        for (var rank = 0; rank < sorted.Length && rank < share; rank++)
            sum += sorted[rank] * Math.Min(1, share - rank);
        return sum / share;
    }

    /// <summary>The weights under which the mean of these outcomes is (1 - weight) mean + weight CVaR; under the same weights no other outcomes' mixture exceeds their mean.</summary>
    public static void MixtureWeights(ReadOnlySpan<long> outcomes, double level, double weight, Span<double> weights)
    {
        weights.Fill((1 - weight) / outcomes.Length);
        if (weight == 0)
            return;
        var order = new int[outcomes.Length];
        var keys = outcomes.ToArray();
        for (var index = 0; index < order.Length; index++)
            order[index] = index;
        Array.Sort(keys, order);
        var share = Share(outcomes.Length, level);
        for (var rank = 0; rank < order.Length && rank < share; rank++)
            weights[order[rank]] += weight * Math.Min(1, share - rank) / share;
    }

    private static double Share(int outcomes, double level) => Math.Max((1 - level) * outcomes, 1e-9);
}
