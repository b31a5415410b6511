using Territory.Optimizer.Randomness;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>Searches for the plan of waves with the best objective.</summary>
/// <remarks>
/// Algorithm: large-neighbourhood search: some regions are taken out (at random, neighbours in time, or all from a week on) and put back one after another
/// by a serial schedule-generation scheme, each at its most valuable start that keeps every limit, some choices being passed over ("blinks"); now and then a
/// region is put in early although it does not pay by itself, since it may train or finance others. Simulated annealing in cycles of doubling length, each
/// from the best plan, decides what is kept. The temperature depends on the iteration alone, so that a time limit only chooses how many are done.
/// Complexity: of an iteration at most regions x levels x weeks tests of WaveState.
/// Source: Shaw 1998 and Ropke and Pisinger 2006 (the neighbourhood), Christiaens and Vanden Berghe 2020 (blinks), Kolisch 1996 (the serial scheme).
/// </remarks>
internal sealed class WaveSearch
{
    private const int FirstCycle = 250;
    private const double StartTemperature = 0.25;
    private const double BlinkShare = 0.05;
    private const double ForcedShare = 0.06;
    private const double MostRuined = 0.4;

    private readonly ExpansionProblem problem;
    private readonly ValueTable table;
    private readonly Xoshiro256 random;
    private readonly WaveState current;
    private readonly WaveState trial;
    private readonly double[] weights;
    private readonly double[] penalties;
    private readonly List<int> opened = [];
    private StartChoices choices;
    private double scale;

    public WaveSearch(ExpansionProblem problem, ValueTable table, long[][][] cumulativeCash, long seed)
    {
        this.problem = problem;
        this.table = table;
        random = new Xoshiro256((ulong)seed);
        Best = new WaveState(problem, table, cumulativeCash);
        current = new WaveState(problem, table, cumulativeCash);
        trial = new WaveState(problem, table, cumulativeCash);
        penalties = new double[problem.Weeks];
        weights = new double[problem.Replications];
        Array.Fill(weights, 1.0 / problem.Replications);
        choices = new StartChoices(problem, table, weights);
        scale = Scale();
        BestScore = ScoreOf(Best);
    }

    public WaveState Best { get; }

    /// <summary>Required regions that the best plan does not open, and its objective.</summary>
    public WaveScore BestScore { get; private set; }

    /// <summary>Runs until so many iterations are done or it is told to stop; returns how many were done.</summary>
    public long Run(long iterations, IProgress<WaveProgress>? progress, CancellationToken stop)
    {
        var currentScore = BestScore;
        var cycleStart = 0L;
        var cycle = (long)FirstCycle;
        for (var iteration = 0L; iteration < iterations; iteration++)
        {
            // The first iteration makes a plan at all, however short the time.
            if (iteration > 0 && stop.IsCancellationRequested)
                return iteration;
            if (iteration == cycleStart + cycle)
            {
                cycleStart = iteration;
                cycle *= 2;
                current.CopyFrom(Best);
                currentScore = BestScore;
            }

            trial.CopyFrom(current);
            Ruin();
            Recreate();
            var score = ScoreOf(trial);
            var left = 1 - ((iteration - cycleStart) / (double)cycle);
            if (!Accepts(score, currentScore, StartTemperature * scale * left * left))
                continue;
            current.CopyFrom(trial);
            currentScore = score;
            if (!score.IsBetterThan(BestScore))
                continue;
            Best.CopyFrom(trial);
            BestScore = score;
            FollowTail();
            progress?.Report(new WaveProgress(iteration + 1, BestScore.Objective));
        }

        return iterations;
    }

    private WaveScore ScoreOf(WaveState state)
    {
        var missing = 0;
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            if (problem.Regions[region].Required && !state.IsOpened(region))
                missing++;
        }

        return new WaveScore(missing, state.Objective());
    }

    private bool Accepts(WaveScore score, WaveScore than, double temperature) => score.Missing != than.Missing
        ? score.Missing < than.Missing
        : score.Objective >= than.Objective || (temperature > 0 && score.Objective > than.Objective + (temperature * SharedMath.Log(random.NextDouble() + 1e-300)));

    private double Scale()
    {
        var sum = 0.0;
        var paying = 0;
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            var gain = choices.BestGain(region, table);
            sum += gain;
            paying += gain > 0 ? 1 : 0;
        }

        return paying == 0 ? 0 : sum / paying;
    }

    // With a risk measure the worth of a start is that in the states of the world which the best plan suffers from.
    private void FollowTail()
    {
        if (problem.Objective.RiskWeight == 0)
            return;
        TailRisk.MixtureWeights(Best.Values, problem.Objective.RiskLevel, problem.Objective.RiskWeight, weights);
        choices = new StartChoices(problem, table, weights);
        scale = Scale();
    }

    private void Ruin()
    {
        opened.Clear();
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            if (trial.IsOpened(region))
                opened.Add(region);
        }

        if (opened.Count == 0)
            return;
        var most = Math.Max(3, (int)Math.Ceiling(MostRuined * opened.Count));
        var count = Math.Min(opened.Count, 1 + random.Next(most));
        switch (random.Next(8))
        {
            case 0:
                var from = trial.Starts[opened[random.Next(opened.Count)]];
                foreach (var region in opened.Where(region => trial.Starts[region] >= from))
                    trial.Remove(region);
                break;
            case 1 or 2 or 3:
                var middle = trial.Starts[opened[random.Next(opened.Count)]];
                foreach (var region in opened.OrderBy(region => Math.Abs(trial.Starts[region] - middle)).Take(count).ToList())
                    trial.Remove(region);
                break;
            default:
                Shuffle(opened);
                foreach (var region in opened.Take(count))
                    trial.Remove(region);
                break;
        }

        RestoreLimits();
    }

    // What was taken out may have trained or paid for what stays: the latest starts go until the rest stands by itself.
    private void RestoreLimits()
    {
        while (trial.FirstBrokenWeek() is >= 0)
        {
            var latest = -1;
            for (var region = 0; region < problem.Regions.Count; region++)
            {
                if (trial.IsOpened(region) && (latest < 0 || trial.Starts[region] > trial.Starts[latest]))
                    latest = region;
            }

            if (latest < 0)
                return;
            trial.Remove(latest);
        }
    }

    private void Recreate()
    {
        opened.Clear();
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            if (!trial.IsOpened(region))
                opened.Add(region);
        }

        Shuffle(opened);
        var order = random.Next(4) switch
        {
            0 => opened,
            1 => [.. opened.OrderByDescending(region => choices.BestGain(region, table) * (0.7 + (0.6 * random.NextDouble())))],
            2 => [.. opened.OrderByDescending(region => choices.BestGain(region, table) * (0.7 + (0.6 * random.NextDouble())) / (1 + problem.Regions[region].Outlook.Levels[0].Reps))],
            _ => (List<int>)[.. opened.OrderByDescending(region => problem.Regions[region].Required).ThenByDescending(region => TrainingOf(region))],
        };
        foreach (var region in order)
        {
            if (random.NextDouble() < ForcedShare || (problem.Regions[region].Required && random.Next(2) == 0))
                InsertEarly(region);
            else
                InsertBest(region);
        }
    }

    private int TrainingOf(int region) => problem.Regions[region].Outlook.Levels.Max(level => level.TrainedAt(problem.Weeks - 1) - level.Reps);

    private void InsertBest(int region)
    {
        trial.OrderPenalties(region, penalties);
        var best = default(StartChoice?);
        var bestNet = problem.Regions[region].Required ? double.NegativeInfinity : table.NotOpened[region];
        foreach (var choice in choices[region])
        {
            if (choice.Value <= bestNet)
                break;
            if (random.NextDouble() < BlinkShare)
                continue;
            var net = choice.Value - penalties[choice.Start];
            if (net > bestNet && trial.Obstacle(region, choice.Level, choice.Start) == WaveConstraint.None)
                (best, bestNet) = (choice, net);
        }

        if (best is { } chosen)
            trial.Add(region, chosen.Level, chosen.Start);
    }

    private void InsertEarly(int region)
    {
        var candidate = problem.Regions[region];
        var levels = candidate.Outlook.Levels.Count;
        var last = Math.Min(candidate.LatestWeek ?? (problem.Weeks - 1), problem.Weeks - 1);
        var from = random.Next(2) == 0 ? candidate.EarliestWeek : candidate.EarliestWeek + random.Next(Math.Max(1, last - candidate.EarliestWeek + 1));
        var firstLevel = random.Next(levels);
        for (var start = from; start <= last; start++)
        {
            for (var turn = 0; turn < levels; turn++)
            {
                var level = (firstLevel + turn) % levels;
                if (trial.Obstacle(region, level, start) != WaveConstraint.None)
                    continue;
                trial.Add(region, level, start);
                return;
            }
        }
    }

    private void Shuffle(List<int> items)
    {
        for (var index = items.Count - 1; index > 0; index--)
        {
            var other = random.Next(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }
}
