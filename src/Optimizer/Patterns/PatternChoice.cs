using System.Numerics;

namespace Territory.Optimizer.Patterns;

/// <summary>A choice of patterns while it is searched: the loads of the days, and what a move would change of the cost.</summary>
/// <remarks>
/// A move sets the patterns of one client or two. Only days that one pattern has and the other has not are looked at, so it costs O(days in which they differ), and nothing is allocated.
/// </remarks>
internal sealed class PatternChoice
{
    private readonly PatternProblem problem;
    private readonly long[] capacity;
    private readonly long[] target;
    private readonly long[] load;

    public PatternChoice(PatternProblem problem)
    {
        this.problem = problem;
        capacity = [.. problem.Days.Select(day => day.Capacity)];
        target = [.. problem.Days.Select(day => day.Target)];
        load = new long[capacity.Length];
        Option = new int[problem.Clients.Count];
        Array.Fill(Option, -1);
    }

    /// <summary>For each client the number of its option in the problem's list of all; -1 while it has none.</summary>
    public int[] Option { get; }

    public long Cost { get; private set; }

    /// <summary>The cost with nobody visited, which a construction begins at.</summary>
    public void Clear()
    {
        Array.Fill(Option, -1);
        Array.Clear(load);
        Cost = 0;
        for (var day = 0; day < load.Length; day++)
            Cost += PriceOf(day, 0);
    }

    /// <summary>What the cost changes by where one client takes an option.</summary>
    public long Delta(int client, int option)
    {
        var (before, after) = (MaskOf(client), problem.OptionMask[option]);
        var delta = problem.OptionCost[option] - CostOf(client);
        for (var rest = before ^ after; rest != 0; rest &= rest - 1)
        {
            var day = BitOperations.TrailingZeroCount(rest);
            delta += Change(day, Sign(after, day) * problem.Loads[client]);
        }

        return delta;
    }

    /// <summary>What the cost changes by where two different clients each take an option.</summary>
    public long Delta(int first, int firstOption, int second, int secondOption)
    {
        var (firstAfter, secondAfter) = (problem.OptionMask[firstOption], problem.OptionMask[secondOption]);
        var (firstDays, secondDays) = (MaskOf(first) ^ firstAfter, MaskOf(second) ^ secondAfter);
        var delta = problem.OptionCost[firstOption] - CostOf(first) + problem.OptionCost[secondOption] - CostOf(second);
        for (var rest = firstDays | secondDays; rest != 0; rest &= rest - 1)
        {
            var day = BitOperations.TrailingZeroCount(rest);
            var change = (long)((firstDays >> day) & 1) * Sign(firstAfter, day) * problem.Loads[first];
            delta += Change(day, change + ((long)((secondDays >> day) & 1) * Sign(secondAfter, day) * problem.Loads[second]));
        }

        return delta;
    }

    /// <summary>Gives a client an option; the change of the cost is what <see cref="Delta(int, int)"/> told for it.</summary>
    public void Set(int client, int option, long delta)
    {
        var after = problem.OptionMask[option];
        for (var rest = MaskOf(client) ^ after; rest != 0; rest &= rest - 1)
        {
            var day = BitOperations.TrailingZeroCount(rest);
            load[day] += Sign(after, day) * problem.Loads[client];
        }

        Option[client] = option;
        Cost += delta;
    }

    /// <summary>Gives two different clients an option each; the change of the cost is what was told for both together.</summary>
    public void Set(int first, int firstOption, int second, int secondOption, long delta)
    {
        Set(first, firstOption, delta);
        Set(second, secondOption, 0);
    }

    /// <summary>How far the days of an option are above their targets, in sum: less is better where costs are equal, as they are while every day is below its target.</summary>
    public long Fullness(int option)
    {
        var sum = 0L;
        for (var rest = problem.OptionMask[option]; rest != 0; rest &= rest - 1)
        {
            var day = BitOperations.TrailingZeroCount(rest);
            sum += load[day] - target[day];
        }

        return sum;
    }

    private static int Sign(ulong mask, int day) => (int)((mask >> day) & 1) * 2 - 1;

    private ulong MaskOf(int client) => Option[client] < 0 ? 0 : problem.OptionMask[Option[client]];

    private long CostOf(int client) => Option[client] < 0 ? 0 : problem.OptionCost[Option[client]];

    private long Change(int day, long change) => PriceOf(day, load[day] + change) - PriceOf(day, load[day]);

    private long PriceOf(int day, long carried) =>
        (problem.Prices.Overload * Math.Max(0, carried - capacity[day])) + (problem.Prices.Deviation * Math.Abs(carried - target[day]));
}
