namespace Territory.Simulation.Expansion.Waves;

/// <summary>A value that no plan exceeds.</summary>
/// <remarks>
/// Algorithm: Lagrangian relaxation of the time-indexed formulation. The limits on reps, vehicles, launches and cash get prices by the week, so that
/// each region picks its best start alone; the prices are improved by subgradient steps. Every set of prices gives a valid bound, the best is kept, and no
/// set is better than the linear relaxation (Geoffrion 1974). Two things make the relaxation linear: CVaR is at most the mean under any weights of
/// its risk envelope, here those of the best plan known (Rockafellar and Uryasev 2002); and where the cash limit must hold in a share of the replications,
/// the mean over the best of that share of each region's cash is used, which is at least what any such set of replications has. Penalties of order are dropped.
/// Complexity: of a step regions x levels x weeks squared. Source: Fisher: "The Lagrangian relaxation method for solving integer programming problems", 1981;
/// the step by Polyak with halving as in Held, Wolfe and Crowder 1974.
/// </remarks>
internal sealed class WaveBound
{
    private const int Steps = 800;
    private const int StepsBeforeHalving = 25;
    private const double Deflection = 0.7;
    private const double LeastPace = 1e-5;

    private readonly ExpansionProblem problem;
    private readonly int weeks;
    private readonly double[][][] values;
    private readonly double[] notOpened;
    private readonly double[][][] gains;
    private readonly double[][][] trained;
    private readonly double cashUnit;
    private readonly double[] limits;
    private readonly double[] prices;
    private readonly double[] use;
    private readonly int launchesAt;
    private readonly int vehiclesAt;
    private readonly int cashAt;

    public WaveBound(ExpansionProblem problem, ValueTable table, long[][][] cumulativeCash, ReadOnlySpan<double> weights)
    {
        this.problem = problem;
        weeks = problem.Weeks;
        var starts = new StartChoices(problem, table, weights);
        values = [.. problem.Regions.Select((region, index) => ByLevel(starts[index], region.Outlook.Levels.Count))];
        notOpened = [.. table.NotOpened.Select(value => (double)value)];
        (vehiclesAt, launchesAt, cashAt) = (weeks, 2 * weeks, 3 * weeks);
        var kept = problem.Replications - problem.Cash.MostBreaches(problem.Replications);
        gains = [.. cumulativeCash.Select(region => region.Select(level => BestMeans(level, kept)).ToArray())];
        trained = [.. problem.Regions.Select(region => region.Outlook.Levels.Select(level => Enumerable.Range(0, weeks).Select(age => (double)level.TrainedAt(age)).ToArray()).ToArray())];
        cashUnit = Math.Max(1, gains.SelectMany(region => region).SelectMany(level => level).Select(Math.Abs).DefaultIfEmpty(1).Max());
        limits = new double[4 * weeks];
        prices = new double[4 * weeks];
        use = new double[4 * weeks];
        var balance = (double)problem.Cash.OpeningMinorUnits;
        for (var week = 0; week < weeks; week++)
        {
            balance += problem.Cash.InflowAt(week);
            limits[week] = problem.RepsByWeek[week];
            limits[vehiclesAt + week] = problem.VehiclesByWeek[week];
            limits[launchesAt + week] = Math.Min(problem.ParallelLaunches, problem.Regions.Count);
            limits[cashAt + week] = (balance - problem.Cash.LimitMinorUnits) / cashUnit;
        }
    }

    /// <param name="reached">The objective of a plan; nothing between it and the bound is known.</param>
    public double Compute(double reached, CancellationToken stop)
    {
        var value = Relaxed();
        var best = value;
        var bestPrices = new double[prices.Length];
        var direction = new double[prices.Length];
        var pace = 1.0;
        var sinceBetter = 0;
        for (var step = 0; step < Steps && best > reached && pace > LeastPace && !stop.IsCancellationRequested; step++)
        {
            var norm = 0.0;
            for (var row = 0; row < prices.Length; row++)
            {
                direction[row] = (Deflection * direction[row]) + ((1 - Deflection) * (use[row] - limits[row]));
                norm += prices[row] > 0 || direction[row] > 0 ? direction[row] * direction[row] : 0;
            }

            if (norm < 1e-12)
                break;
            var length = pace * Math.Max(value - reached, Math.Abs(best) * 1e-6) / norm;
            for (var row = 0; row < prices.Length; row++)
                prices[row] = Math.Max(0, prices[row] + (length * direction[row]));
            value = Relaxed();
            if (value < best - (1e-5 * (best - reached)))
                sinceBetter = 0;
            else
                sinceBetter++;
            if (value < best)
            {
                best = value;
                prices.CopyTo(bestPrices, 0);
            }

            if (sinceBetter < StepsBeforeHalving)
                continue;
            sinceBetter = 0;
            pace /= 2;
            bestPrices.CopyTo(prices, 0);
            Array.Clear(direction);
            value = Relaxed();
        }

        return Math.Max(best, reached);
    }

    private double Relaxed()
    {
        Array.Clear(use);
        var total = 0.0;
        for (var row = 0; row < prices.Length; row++)
            total += prices[row] * limits[row];
        var cost = new double[weeks];
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            var levels = problem.Regions[region].Outlook.Levels;
            var bestValue = problem.Regions[region].Required ? double.NegativeInfinity : notOpened[region];
            var best = default(StartChoice?);
            for (var level = 0; level < levels.Count; level++)
            {
                Price(region, level, cost);
                var worth = values[region][level];
                for (var start = 0; start < weeks; start++)
                {
                    if (worth[start] - cost[start] > bestValue)
                        (best, bestValue) = (new StartChoice(level, start, worth[start]), worth[start] - cost[start]);
                }
            }

            total += bestValue;
            if (best is { } chosen)
                Use(region, chosen);
        }

        return total;
    }

    private double[][] ByLevel(StartChoice[] choices, int levels)
    {
        var worth = new double[levels][];
        for (var level = 0; level < levels; level++)
        {
            worth[level] = new double[weeks];
            Array.Fill(worth[level], double.NegativeInfinity);
        }

        foreach (var choice in choices)
            worth[choice.Level][choice.Start] = choice.Value;
        return worth;
    }

    /// <summary>What the limits cost, at their prices, for a start in each week.</summary>
    private void Price(int region, int level, double[] cost)
    {
        var outlook = problem.Regions[region].Outlook.Levels[level];
        var gained = gains[region][level];
        var repsArePriced = prices.AsSpan(0, weeks).ContainsAnyExcept(0.0);
        var cashIsPriced = prices.AsSpan(cashAt, weeks).ContainsAnyExcept(0.0);
        var lasting = 0.0;
        for (var start = weeks - 1; start >= 0; start--)
        {
            lasting += (prices[start] * outlook.Reps) + (prices[vehiclesAt + start] * outlook.Vehicles);
            var sum = lasting;
            for (var age = 0; age < problem.LaunchWeeks && start + age < weeks; age++)
                sum += prices[launchesAt + start + age];
            if (repsArePriced)
                sum -= Product(prices.AsSpan(start, weeks - start), trained[region][level]);
            if (cashIsPriced)
                sum -= Product(prices.AsSpan(cashAt + start, weeks - start), gained) / cashUnit;
            cost[start] = sum;
        }
    }

    /// <summary>The sum of products in four strands, always in the same order.</summary>
    private static double Product(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        second = second[..first.Length];
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
        var index = 0;
        for (; index + 3 < first.Length; index += 4)
        {
            a += first[index] * second[index];
            b += first[index + 1] * second[index + 1];
            c += first[index + 2] * second[index + 2];
            d += first[index + 3] * second[index + 3];
        }

        for (; index < first.Length; index++)
            a += first[index] * second[index];
        return a + b + (c + d);
    }

    private void Use(int region, StartChoice choice)
    {
        var outlook = problem.Regions[region].Outlook.Levels[choice.Level];
        var gained = gains[region][choice.Level];
        for (var week = choice.Start; week < weeks; week++)
        {
            use[week] += outlook.Reps - outlook.TrainedAt(week - choice.Start);
            use[vehiclesAt + week] += outlook.Vehicles;
            use[launchesAt + week] += week < choice.Start + problem.LaunchWeeks ? 1 : 0;
            use[cashAt + week] -= gained[week - choice.Start] / cashUnit;
        }
    }

    private double[] BestMeans(long[] cumulated, int kept)
    {
        var means = new double[weeks];
        var column = new long[problem.Replications];
        for (var age = 0; age < weeks; age++)
        {
            for (var replication = 0; replication < column.Length; replication++)
                column[replication] = cumulated[(replication * weeks) + age];
            Array.Sort(column);
            means[age] = column.AsSpan(column.Length - kept).ToArray().Average(value => (double)value);
        }

        return means;
    }
}
