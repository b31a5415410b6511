using System.Globalization;
using Territory.Model.Calendar;
using Territory.Model.Terminals;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Launches into categories whose larger terminals carry more rivals and are called more often: how our share rises with our distribution.</summary>
/// <remarks>
/// Sales answer to neither calls nor goodwill, so that of share only distribution, rivals and empty shelves are left. A week's share is held against the mean
/// of the distribution at its ends, as distribution that rises within a week would else bend the curve by itself.
/// </remarks>
internal static class LabCategories
{
    private const int Terminals = 400;
    private const int Weeks = 26;
    private const int MostBrands = 20;
    private const double MeanBrands = 4;

    /// <summary>The share of the categories in which a parabola through the weeks' (weighted distribution, share) bends upwards.</summary>
    /// <param name="sizeSpread">Standard deviation of ln size over terminals; 0 makes them equal.</param>
    public static double ConvexShare(double sizeSpread, int categories, long seed)
    {
        var setup = LabMarket.Of(7 * Weeks, [.. Enumerable.Range(0, categories).Select(category => Category(category, sizeSpread, seed))]);
        setup = setup with { Rules = new LabRules { Response = LabMarket.NoResponse } };
        return LabSimulator.Run(setup, new LabRunOptions((ulong)seed)).Regions.Count(region => IsConvex(region.Weeks)) / (double)categories;
    }

    private static bool IsConvex(IReadOnlyList<LabWeek> weeks)
    {
        double[] distribution = [.. weeks.Zip(weeks.Skip(1), (before, after) => 0.5 * (before.WeightedDistribution + after.WeightedDistribution))];
        double[] share = [.. weeks.Skip(1).Select(week => week.Share)];
        double[] ones = [.. distribution.Select(_ => 1.0)];
        return LinearLeastSquares.Solve([ones, distribution, [.. distribution.Select(value => value * value)]], share) is [_, _, > 0];
    }

    private static LabRegion Category(int category, double sizeSpread, long seed)
    {
        var region = LabMarket.OneCell($"category {category.ToString(CultureInfo.InvariantCulture)}", Terminals, 20);
        double[] sizes = [.. Enumerable.Range(0, Terminals).Select(row => SharedMath.Exp(sizeSpread * NormalOf(category, row, seed)))];
        var mean = sizes.Average();
        return region with
        {
            Terminals = region.Terminals with
            {
                Sizes = sizes,
                Classes = [.. sizes.Select(size => size > 2 * mean ? TerminalClass.A : size > mean ? TerminalClass.B : TerminalClass.C)],
                RivalBrands = [.. sizes.Select(size => (byte)Math.Clamp(Math.Round(MeanBrands * size / mean), 1, MostBrands))],
            },
            FieldForce = new LabFieldForce { Staffing = [new LabStaffing(LabMarket.FirstDay, 4)] },
            Fleet = new LabFleet { Vehicles = 4 },
            Rivals = new LabRivals { OwnPull = 1 },
            FieldCosts = new LabFieldCosts { AreaSquareKilometres = 20 },
        };
    }

    private static double NormalOf(int category, int row, long seed)
    {
        var draw = Draw.At(seed, DrawPurpose.KnownAnswer, EntityKey.Of("size in the lab"), new SimDay(category), row);
        return Normal.Sample(ref draw);
    }
}
