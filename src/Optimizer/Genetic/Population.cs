using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>Feasible and infeasible solutions that are cheap and unlike each other. All of them are made at the start and used again and again.</summary>
/// <remarks>Source: Vidal, Crainic, Gendreau, Lahrichi and Rei (2012); Vidal (2022): 25 survivors and 40 more in each part.</remarks>
internal sealed class Population
{
    private const int Survivors = 25;
    private const int Generation = 40;
    private const int Rented = 3;
    private const int Slots = (2 * (Survivors + Generation + 1)) + Rented;

    private readonly ProblemData data;
    private readonly bool withDirection;
    private readonly int[] distances = new int[Slots * Slots];
    private readonly Individual[] free = new Individual[Slots];
    private readonly Subpopulation feasible;
    private readonly Subpopulation infeasible;
    private int freeCount;

    public Population(ProblemData data, bool withDirection)
    {
        this.data = data;
        this.withDirection = withDirection;
        for (var slot = 0; slot < Slots; slot++)
            free[freeCount++] = new Individual(data, slot);
        feasible = new Subpopulation(Survivors + Generation + 1, distances, Slots);
        infeasible = new Subpopulation(Survivors + Generation + 1, distances, Slots);
    }

    public int Count => feasible.Count + infeasible.Count;

    public Subpopulation Feasible => feasible;

    /// <summary>An individual to fill, and then to add or give back.</summary>
    public Individual Rent() => free[--freeCount];

    public void GiveBack(Individual individual) => free[freeCount++] = individual;

    public void Add(Individual individual, PenaltyWeights weights)
    {
        individual.Cost = CostOf(individual, weights);
        var part = individual.IsFeasible ? feasible : infeasible;
        for (var i = 0; i < part.Count; i++)
        {
            var distance = BrokenPairs.Between(data, individual, part[i], withDirection);
            distances[(individual.Slot * Slots) + part[i].Slot] = distance;
            distances[(part[i].Slot * Slots) + individual.Slot] = distance;
        }

        part.Add(individual);
        if (part.Count <= Survivors + Generation)
            return;
        while (part.Count > Survivors)
            GiveBack(part.RemoveWorst());
    }

    /// <summary>The fitter of two drawn at random.</summary>
    public Individual Tournament(Xoshiro256 random)
    {
        feasible.Rank();
        infeasible.Rank();
        var first = Draw(random);
        var second = Draw(random);
        return second.Fitness < first.Fitness ? second : first;
    }

    /// <summary>Prices the infeasible again.</summary>
    public void Reweigh(PenaltyWeights weights)
    {
        for (var i = 0; i < infeasible.Count; i++)
            infeasible[i].Cost = CostOf(infeasible[i], weights);
        infeasible.Sort();
    }

    public void Clear()
    {
        while (feasible.Count > 0)
            GiveBack(feasible.RemoveLast());
        while (infeasible.Count > 0)
            GiveBack(infeasible.RemoveLast());
    }

    private static long CostOf(Individual individual, PenaltyWeights weights) =>
        individual.Objective + PenaltyWeights.Cost(weights.Load, individual.LoadExcess) + PenaltyWeights.Cost(weights.Time, individual.TimeExcess);

    private Individual Draw(Xoshiro256 random)
    {
        var draw = random.Next(Count);
        return draw < feasible.Count ? feasible[draw] : infeasible[draw - feasible.Count];
    }
}
