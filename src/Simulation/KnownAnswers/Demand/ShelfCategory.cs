using Territory.Model.Calendar;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Demand;

/// <summary>A category whose outlets take as many brands as their size allows: how market share rises with distribution (铺货与份额).</summary>
/// <remarks>
/// Each outlet takes the brands it rates highest, by a rating common to all outlets plus its own, in number proportional to its size; shoppers
/// divide over what stands there by preferences that have nothing to do with the ratings. A brand that gains distribution gains it in ever
/// smaller outlets, where it has ever fewer rivals, so that share rises faster than distribution.
/// Source: Farris, Olver and De Kluyver 1989; Reibstein and Farris: "Market share and distribution", Marketing Science 14, 1995.
/// </remarks>
public static class ShelfCategory
{
    private const int Brands = 20;
    private const int Outlets = 300;
    private const double MeanShelf = 0.4;
    private const double PreferenceSpread = 0.2;

    /// <summary>The share of simulated categories in which a parabola through the brands' (weighted distribution, market share) bends upwards.</summary>
    /// <param name="sizeSpread">Standard deviation of ln size over outlets; 0 makes them equal.</param>
    public static double ConvexShare(double sizeSpread, int categories, long seed) =>
        Enumerable.Range(0, categories).Count(category => IsConvex(sizeSpread, category, seed)) / (double)categories;

    private static bool IsConvex(double sizeSpread, int category, long seed)
    {
        Draw DrawOf(string what, int index) => Draw.At(seed, DrawPurpose.KnownAnswer, EntityKey.Of(what), new SimDay(category), index);
        double NormalOf(string what, int index)
        {
            var draw = DrawOf(what, index);
            return Normal.Sample(ref draw);
        }

        double[] sizes = [.. Enumerable.Range(0, Outlets).Select(outlet => SharedMath.Exp(sizeSpread * NormalOf("outlet size", outlet)))];
        double[] ratings = [.. Enumerable.Range(0, Brands).Select(brand => NormalOf("brand rating", brand))];
        double[] preferences = [.. Enumerable.Range(0, Brands).Select(brand => SharedMath.Exp(PreferenceSpread * NormalOf("brand preference", brand)))];
        var total = sizes.Sum();
        var distribution = new double[Brands];
        var share = new double[Brands];
        for (var outlet = 0; outlet < Outlets; outlet++)
        {
            var draw = DrawOf("outlet rating", outlet);
            double[] own = [.. ratings.Select(rating => rating + Normal.Sample(ref draw))];
            var room = Math.Clamp((int)Math.Round(Brands * MeanShelf * sizes[outlet] * Outlets / total), 1, Brands);
            int[] carried = [.. Enumerable.Range(0, Brands).OrderByDescending(brand => own[brand]).Take(room)];
            var preference = carried.Sum(brand => preferences[brand]);
            foreach (var brand in carried)
            {
                distribution[brand] += sizes[outlet] / total;
                share[brand] += sizes[outlet] / total * preferences[brand] / preference;
            }
        }

        double[] ones = [.. distribution.Select(_ => 1.0)];
        return LinearLeastSquares.Solve([ones, distribution, [.. distribution.Select(value => value * value)]], share) is [_, _, > 0];
    }
}
