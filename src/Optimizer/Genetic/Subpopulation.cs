namespace Territory.Optimizer.Genetic;

/// <summary>The feasible or the infeasible part of a population, in ascending order of cost.</summary>
/// <remarks>
/// Algorithm: an individual's fitness is its rank by cost plus its rank by mean broken-pairs distance to the five closest, the latter weighted so that the
/// elite survives. Complexity: O(size²) after a change. Source: Vidal, Crainic, Gendreau, Lahrichi and Rei (2012), with the parameters of Vidal (2022).
/// </remarks>
internal sealed class Subpopulation(int capacity, int[] distances, int slots)
{
    private const int Elite = 4;
    private const int Closest = 5;

    private readonly Individual[] members = new Individual[capacity];
    private readonly int[] byIsolation = new int[capacity];
    private bool isStale;

    public int Count { get; private set; }

    public Individual this[int rank] => members[rank];

    public void Add(Individual individual)
    {
        var place = Count++;
        for (; place > 0 && members[place - 1].Cost > individual.Cost; place--)
            members[place] = members[place - 1];
        members[place] = individual;
        isStale = true;
    }

    /// <summary>Takes out the least fit, a clone before all others, and never the best.</summary>
    public Individual RemoveWorst()
    {
        Rank();
        var worst = 1;
        for (var i = 2; i < Count; i++)
        {
            if (members[i].IsClone == members[worst].IsClone ? members[i].Fitness > members[worst].Fitness : members[i].IsClone)
                worst = i;
        }

        var removed = members[worst];
        Count--;
        Array.Copy(members, worst + 1, members, worst, Count - worst);
        isStale = true;
        return removed;
    }

    public Individual RemoveLast() => members[--Count];

    /// <summary>Puts the members in order again after their costs changed.</summary>
    public void Sort()
    {
        for (var i = 1; i < Count; i++)
        {
            var moving = members[i];
            var place = i;
            for (; place > 0 && members[place - 1].Cost > moving.Cost; place--)
                members[place] = members[place - 1];
            members[place] = moving;
        }

        isStale = true;
    }

    /// <summary>Brings every member's fitness up to date.</summary>
    public void Rank()
    {
        if (!isStale)
            return;
        isStale = false;
        for (var i = 0; i < Count; i++)
        {
            Isolate(members[i]);
            var place = i;
            for (; place > 0 && members[byIsolation[place - 1]].Isolation < members[i].Isolation; place--)
                byIsolation[place] = byIsolation[place - 1];
            byIsolation[place] = i;
        }

        if (Count == 1)
        {
            members[0].Fitness = 0;
            return;
        }

        var weight = Count <= Elite ? 0 : 1 - ((double)Elite / Count);
        for (var i = 0; i < Count; i++)
        {
            var rank = byIsolation[i];
            members[rank].Fitness = (rank + (weight * i)) / (Count - 1);
        }
    }

    private void Isolate(Individual individual)
    {
        Span<int> least = stackalloc int[Closest];
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (members[i] == individual)
                continue;
            var distance = distances[(individual.Slot * slots) + members[i].Slot];
            if (kept == Closest && distance >= least[kept - 1])
                continue;
            var place = kept < Closest ? kept++ : kept - 1;
            for (; place > 0 && least[place - 1] > distance; place--)
                least[place] = least[place - 1];
            least[place] = distance;
        }

        var sum = 0;
        for (var i = 0; i < kept; i++)
            sum += least[i];
        individual.Isolation = kept == 0 ? 0 : (double)sum / kept;
        individual.IsClone = kept > 0 && least[0] == 0;
    }
}
