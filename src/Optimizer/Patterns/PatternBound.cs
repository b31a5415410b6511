using System.Numerics;

namespace Territory.Optimizer.Patterns;

/// <summary>What no choice of patterns can cost less than, in closed form.</summary>
/// <remarks>
/// Each client pays its cheapest option. All days together carry at least what the fewest visits and at most what the most visits of every client take: what is then above all
/// capacities is overload wherever it lies, and what is missing or too much for all targets is a deviation somewhere. Complexity: O(options).
/// </remarks>
public static class PatternBound
{
    public static long Of(PatternProblem problem)
    {
        var (least, most, costs) = (0L, 0L, 0L);
        for (var client = 0; client < problem.Clients.Count; client++)
        {
            var (fewest, highest, cheapest) = (DayPattern.MostDays, 0, long.MaxValue);
            for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            {
                var visits = BitOperations.PopCount(problem.OptionMask[option]);
                (fewest, highest) = (Math.Min(fewest, visits), Math.Max(highest, visits));
                cheapest = Math.Min(cheapest, problem.OptionCost[option]);
            }

            least += fewest * problem.Loads[client];
            most += highest * problem.Loads[client];
            costs += cheapest;
        }

        var capacity = problem.Days.Sum(day => day.Capacity);
        var target = problem.Days.Sum(day => day.Target);
        return (problem.Prices.Overload * Math.Max(0, least - capacity)) + (problem.Prices.Deviation * Math.Max(0, Math.Max(least - target, target - most))) + costs;
    }
}
