using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Demand;

/// <summary>How shoppers split over shops by size and distance (哈夫模型).</summary>
/// <remarks>P(j) = A(j)^alpha d(j)^-lambda / the sum over all shops. Source: Huff 1963.</remarks>
public static class Huff
{
    /// <param name="shops">Attraction and distance of each shop, both above 0, in any unit.</param>
    public static double[] Shares(IReadOnlyList<(double Attraction, double Distance)> shops, double attractionPower, double distancePower)
    {
        var pulls = shops
            .Select(shop => SharedMath.Pow(shop.Attraction, attractionPower) * SharedMath.Pow(shop.Distance, -distancePower))
            .ToArray();
        var sum = pulls.Sum();
        return [.. pulls.Select(pull => pull / sum)];
    }
}
