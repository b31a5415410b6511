using System.Numerics;
using System.Runtime.InteropServices;
using Territory.Simulation.Expansion.Outlooks;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>A plan in the making: who starts when at which level, and what that leaves of reps, vehicles, attention and cash.</summary>
/// <remarks>
/// Reps and cash are reservoirs: a start takes from them and fills them later (Neumann and Schwindt: "Project scheduling with inventory constraints", 2002).
/// Everything is kept in integers, so that adding and taking back leaves exactly what was there and no sum depends on its order.
/// Complexity: a test is O(weeks) for reps and vehicles and O(replications x weeks) for cash, most of it in vectors.
/// </remarks>
internal sealed class WaveState
{
    public const int NotOpened = -1;

    private readonly ExpansionProblem problem;
    private readonly int weeks;
    private readonly int replications;
    private readonly int mostBreaches;
    private readonly int[] reps;
    private readonly int[] vehicles;
    private readonly int[] launches;
    private readonly long[] cash;
    private readonly long[][][] cumulativeCash;
    private readonly long[] tailScratch;
    private readonly int[] tightest;

    public WaveState(ExpansionProblem problem, ValueTable table, long[][][] cumulativeCash)
    {
        this.problem = problem;
        this.cumulativeCash = cumulativeCash;
        Table = table;
        weeks = problem.Weeks;
        replications = problem.Replications;
        mostBreaches = problem.Cash.MostBreaches(replications);
        Starts = new int[problem.Regions.Count];
        Levels = new int[problem.Regions.Count];
        Array.Fill(Starts, NotOpened);
        reps = [.. problem.RepsByWeek.Take(weeks)];
        vehicles = [.. problem.VehiclesByWeek.Take(weeks)];
        launches = new int[weeks];
        cash = new long[replications * weeks];
        Values = new long[replications];
        tailScratch = new long[replications];
        tightest = [.. Enumerable.Range(0, replications)];
        Array.Fill(Values, table.NotOpened.Sum());
        var balance = problem.Cash.OpeningMinorUnits;
        for (var week = 0; week < weeks; week++)
        {
            balance += problem.Cash.InflowAt(week);
            for (var replication = 0; replication < replications; replication++)
                cash[(replication * weeks) + week] = balance;
        }
    }

    public ValueTable Table { get; }

    public int[] Starts { get; }

    public int[] Levels { get; }

    /// <summary>The value of the plan in each replication, penalties of order apart.</summary>
    public long[] Values { get; }

    public ReadOnlySpan<int> FreeReps => reps;

    public ReadOnlySpan<int> FreeVehicles => vehicles;

    public ReadOnlySpan<long> CashOf(int replication) => cash.AsSpan(replication * weeks, weeks);

    public bool IsOpened(int region) => Starts[region] != NotOpened;

    /// <summary>Cumulated cash of every region, level and replication by weeks since the start.</summary>
    public static long[][][] CumulateCash(ExpansionProblem problem) =>
        [.. problem.Regions.Select(region => region.Outlook.Levels.Select(level => Cumulated(level, problem.Weeks, problem.Replications)).ToArray())];

    public void Add(int region, int level, int start) => Change(region, level, start, 1);

    public void Remove(int region) => Change(region, Levels[region], Starts[region], -1);

    public double OrderPenalty()
    {
        if (problem.Order.Mode != OrderMode.Penalty)
            return 0;
        var penalty = 0.0;
        for (var first = 0; first < Starts.Length; first++)
        {
            for (var second = first + 1; second < Starts.Length; second++)
            {
                if (IsOpened(first) && IsOpened(second))
                    penalty += problem.Order.PenaltyOf(problem.Regions[first], Starts[first], problem.Regions[second], Starts[second]);
            }
        }

        return penalty;
    }

    /// <summary>The penalties of order that a start of a region would bring, week by week.</summary>
    public void OrderPenalties(int region, Span<double> byStart)
    {
        byStart.Clear();
        if (problem.Order.Mode != OrderMode.Penalty)
            return;
        for (var other = 0; other < Starts.Length; other++)
        {
            if (other == region || !IsOpened(other))
                continue;
            // Before the other's start the harder of the two must not be this region, after it not the other.
            var before = problem.Order.PenaltyOf(problem.Regions[region], 0, problem.Regions[other], 1);
            var after = problem.Order.PenaltyOf(problem.Regions[region], 1, problem.Regions[other], 0);
            for (var start = 0; before > 0 && start < Starts[other]; start++)
                byStart[start] += before;
            for (var start = Starts[other] + 1; after > 0 && start < weeks; start++)
                byStart[start] += after;
        }
    }

    /// <summary>(1 - weight) mean + weight CVaR less the penalties of order.</summary>
    public double Objective()
    {
        var objective = problem.Objective;
        var mean = TailRisk.Mean(Values);
        var mixed = objective.RiskWeight == 0 ? mean
            : ((1 - objective.RiskWeight) * mean) + (objective.RiskWeight * TailRisk.Worst(Values, objective.RiskLevel, tailScratch));
        return mixed - OrderPenalty();
    }

    /// <summary>What first keeps a region that is not opened from starting so; <see cref="WaveConstraint.None"/> where the whole plan holds with it.</summary>
    public WaveConstraint Obstacle(int region, int level, int start)
    {
        var candidate = problem.Regions[region];
        var outlook = candidate.Outlook.Levels[level];
        if (start < candidate.EarliestWeek || start > (candidate.LatestWeek ?? weeks - 1))
            return WaveConstraint.Window;
        for (var week = start; week < weeks && week < start + problem.LaunchWeeks; week++)
        {
            if (launches[week] >= problem.ParallelLaunches)
                return WaveConstraint.ParallelLaunches;
        }

        if (vehicles.AsSpan(start).IndexOfAnyInRange(int.MinValue, outlook.Vehicles - 1) >= 0)
            return WaveConstraint.Vehicles;
        for (var week = start; week < weeks; week++)
        {
            if (reps[week] - outlook.Reps + outlook.TrainedAt(week - start) < 0)
                return WaveConstraint.TrainedReps;
        }

        return !KeepsOrder(region, start) ? WaveConstraint.Order : KeepsCash(cumulativeCash[region][level], start) ? WaveConstraint.None : WaveConstraint.Cash;
    }

    /// <summary>The first week in which the plan breaks a limit, or -1. Regions that were taken out may have been feeding those that stay.</summary>
    public int FirstBrokenWeek()
    {
        for (var week = 0; week < weeks; week++)
        {
            if (reps[week] < 0)
                return week;
        }

        var breaches = 0;
        var earliest = weeks;
        for (var replication = 0; replication < replications; replication++)
        {
            var week = CashOf(replication).IndexOfAnyInRange(long.MinValue, problem.Cash.LimitMinorUnits - 1);
            if (week < 0)
                continue;
            breaches++;
            earliest = Math.Min(earliest, week);
        }

        return breaches > mostBreaches ? earliest : -1;
    }

    public void CopyFrom(WaveState other)
    {
        other.Starts.CopyTo(Starts, 0);
        other.Levels.CopyTo(Levels, 0);
        other.reps.CopyTo(reps, 0);
        other.vehicles.CopyTo(vehicles, 0);
        other.launches.CopyTo(launches, 0);
        other.cash.CopyTo(cash, 0);
        other.Values.CopyTo(Values, 0);
    }

    private static long[] Cumulated(StaffingOutlook level, int weeks, int replications)
    {
        var cumulated = new long[replications * weeks];
        for (var replication = 0; replication < replications; replication++)
        {
            var sum = 0L;
            for (var age = 0; age < weeks; age++)
                cumulated[(replication * weeks) + age] = sum = checked(sum + level.NetCashMinorUnits[(replication * weeks) + age]);
        }

        return cumulated;
    }

    private void Change(int region, int level, int start, int sign)
    {
        var outlook = problem.Regions[region].Outlook.Levels[level];
        for (var week = start; week < weeks; week++)
        {
            reps[week] -= sign * (outlook.Reps - outlook.TrainedAt(week - start));
            vehicles[week] -= sign * outlook.Vehicles;
        }

        for (var week = start; week < weeks && week < start + problem.LaunchWeeks; week++)
            launches[week] += sign;
        var gains = cumulativeCash[region][level];
        for (var replication = 0; replication < replications; replication++)
        {
            var own = cash.AsSpan((replication * weeks) + start, weeks - start);
            var gained = gains.AsSpan(replication * weeks, weeks - start);
            for (var index = 0; index < own.Length; index++)
                own[index] += sign * gained[index];
        }

        var worth = Table.Of(region, level, start);
        for (var replication = 0; replication < replications; replication++)
            Values[replication] += sign * (worth[replication] - Table.NotOpened[region]);
        Starts[region] = sign > 0 ? start : NotOpened;
        Levels[region] = level;
    }

    private bool KeepsOrder(int region, int start)
    {
        if (problem.Order.Mode != OrderMode.Strict)
            return true;
        for (var other = 0; other < Starts.Length; other++)
        {
            if (other != region && IsOpened(other) && problem.Order.IsInverted(problem.Regions[region], start, problem.Regions[other], Starts[other]))
                return false;
        }

        return true;
    }

    private bool KeepsCash(long[] gains, int start)
    {
        var breaches = 0;
        for (var place = 0; place < replications; place++)
        {
            var replication = tightest[place];
            var own = CashOf(replication);
            if (own[..start].IndexOfAnyInRange(long.MinValue, problem.Cash.LimitMinorUnits - 1) < 0
                && !FallsBelow(own[start..], gains.AsSpan(replication * weeks, weeks - start), problem.Cash.LimitMinorUnits))
            {
                continue;
            }

            // Who breaks the limit is looked at earlier next time; the answer does not depend on the order.
            (tightest[place], tightest[breaches]) = (tightest[breaches], replication);
            if (++breaches > mostBreaches)
                return false;
        }

        return true;
    }

    /// <summary>Whether the sum of two rows falls below a limit anywhere; the tail is the scalar twin of the vectors.</summary>
    private static bool FallsBelow(ReadOnlySpan<long> balance, ReadOnlySpan<long> change, long limit)
    {
        var index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var floor = new Vector<long>(limit);
            var balances = MemoryMarshal.Cast<long, Vector<long>>(balance);
            var changes = MemoryMarshal.Cast<long, Vector<long>>(change);
            for (var block = 0; block < changes.Length; block++)
            {
                if (Vector.LessThanAny(balances[block] + changes[block], floor))
                    return true;
            }

            index = changes.Length * Vector<long>.Count;
        }

        for (; index < change.Length; index++)
        {
            if (balance[index] + change[index] < limit)
                return true;
        }

        return false;
    }
}
