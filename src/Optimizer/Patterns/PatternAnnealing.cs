using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Patterns;

/// <summary>The moves of <see cref="PatternSearch"/>, their acceptance, and the best choice seen.</summary>
internal sealed class PatternAnnealing
{
    private const int Samples = 256;

    /// <summary>Of the mean change of a move: where almost every move is taken, and where hardly any worse one is.</summary>
    private const double HotShare = 0.5;
    private const double ColdShare = 0.0005;

    private readonly PatternProblem problem;
    private readonly PatternChoice current;
    private readonly Xoshiro256 random;
    private readonly long horizon;
    private readonly int[] movable;
    private readonly int[] best;
    private readonly CoolingSchedule cooling;
    private long bestCost;

    public PatternAnnealing(PatternProblem problem, PatternChoice start, Xoshiro256 random, long horizon)
    {
        (this.problem, current, this.random, this.horizon) = (problem, start, random, horizon);
        movable = [.. Enumerable.Range(0, problem.Clients.Count).Where(client => problem.Clients[client].Options.Count > 1)];
        best = [.. start.Option];
        bestCost = start.Cost;
        var mean = HasMoves && horizon > 0 ? MeanChange() : 1;
        cooling = new CoolingSchedule(mean * HotShare, mean * ColdShare, 0);
    }

    /// <summary>Whether any client has a choice.</summary>
    public bool HasMoves => movable.Length > 0;

    public void Run(long done, int iterations)
    {
        for (var iteration = done; iteration < done + iterations; iteration++)
        {
            var bound = cooling.Temperature(iteration, horizon) * LogTable.NegativeLog(random);
            if (movable.Length > 1 && (random.NextUInt64() >> 63) != 0)
                TryPair(bound);
            else
                TrySingle(bound);
        }
    }

    /// <summary>The best choice, at a local optimum of single options: for each client the number of its option.</summary>
    public int[] Best()
    {
        for (var client = 0; client < best.Length; client++)
        {
            if (current.Option[client] != best[client])
                current.Set(client, best[client], current.Delta(client, best[client]));
        }

        while (Descend())
        {
            // Each pass that finds something makes the cost less by one at least; passes are few from a search's best.
        }

        return PatternConstruction.ChoicesOf(problem, current.Option);
    }

    private bool Descend()
    {
        var isBetter = false;
        foreach (var client in movable)
        {
            for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            {
                if (option == current.Option[client] || current.Delta(client, option) is not (var delta and < 0))
                    continue;
                current.Set(client, option, delta);
                isBetter = true;
            }
        }

        return isBetter;
    }

    private void TrySingle(double bound)
    {
        var client = movable[random.Next(movable.Length)];
        var option = OtherOption(client);
        var delta = current.Delta(client, option);
        if (delta > bound)
            return;
        current.Set(client, option, delta);
        Keep();
    }

    private void TryPair(double bound)
    {
        var i = random.Next(movable.Length);
        var j = random.Next(movable.Length - 1);
        var (first, second) = (movable[i], movable[j >= i ? j + 1 : j]);
        var (firstOption, secondOption) = (Find(first, current.Option[second]), Find(second, current.Option[first]));
        if (firstOption < 0 || secondOption < 0 || firstOption == current.Option[first])
            (firstOption, secondOption) = (OtherOption(first), OtherOption(second));
        var delta = current.Delta(first, firstOption, second, secondOption);
        if (delta > bound)
            return;
        current.Set(first, firstOption, second, secondOption, delta);
        Keep();
    }

    private int OtherOption(int client)
    {
        var from = problem.OptionOffset[client];
        var option = from + random.Next(problem.OptionOffset[client + 1] - from - 1);
        return option >= current.Option[client] ? option + 1 : option;
    }

    /// <summary>The option of a client that has the pattern of another one's option; -1 where it does not allow that.</summary>
    private int Find(int client, int ofOther)
    {
        var from = problem.OptionOffset[client];
        var index = problem.OptionMask.AsSpan(from, problem.OptionOffset[client + 1] - from).IndexOf(problem.OptionMask[ofOther]);
        return index < 0 ? -1 : from + index;
    }

    private void Keep()
    {
        if (current.Cost >= bestCost)
            return;
        bestCost = current.Cost;
        current.Option.AsSpan().CopyTo(best);
    }

    /// <summary>The mean size of what a move of one client changes, 1 at least.</summary>
    private double MeanChange()
    {
        var sum = 0.0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var client = movable[random.Next(movable.Length)];
            sum += Math.Abs(current.Delta(client, OtherOption(client)));
        }

        return Math.Max(1, sum / Samples);
    }
}
