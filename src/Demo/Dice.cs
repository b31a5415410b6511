using Territory.Simulation.Randomness;

namespace Territory.Demo;

/// <summary>The generator's randomness: each question has its own draws, so that changing one part of the county leaves the others as they were.</summary>
internal readonly record struct Dice(long Seed)
{
    public Draw For(string question, int number = 0) => Draw.Of(Seed, DrawPurpose.DemoRegion, EntityKey.Of(question), number);

    public double Between(double low, double high, string question, int number = 0)
    {
        var draw = For(question, number);
        return low + ((high - low) * draw.NextUniform());
    }

    public T Pick<T>(IReadOnlyList<T> from, string question, int number = 0)
    {
        var draw = For(question, number);
        return from[draw.NextInteger(from.Count)];
    }

    /// <summary>An index drawn with the given weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights, string question, int number = 0)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var at = Between(0, total, question, number);
        for (var i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0)
                return i;
        }

        return weights.Length - 1;
    }
}
