using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Genetic;

/// <summary>A short ruin and recreate, which gives a good solution at once, and then hybrid genetic search that takes it for one of its first individuals.</summary>
/// <remarks>What is done in an iteration depends on its number alone and not on the horizon. A generation counts as <see cref="GenerationIterations"/>.</remarks>
internal sealed class HybridSearch : ISearch
{
    public const int GenerationIterations = 128;

    /// <summary>A search of fewer iterations was asked to be quick.</summary>
    public const long ShortestIterations = 65_536;

    /// <summary>Of more clients the localised search knows more after a minute.</summary>
    public const int MostClients = 450;

    private const int MostTimedClients = 500;
    private const long SeedingIterations = 4_096;

    private readonly SearchSpace space;
    private readonly ulong geneticSeed;
    private readonly RuinAndRecreate ruin;
    private GeneticSearch? genetic;
    private long iteration;

    public HybridSearch(SearchSpace space, ulong seed, Solution? initial)
    {
        this.space = space;
        var seeds = seed;
        geneticSeed = Xoshiro256.SplitMix(ref seeds);
        ruin = new RuinAndRecreate(space, seed, initial);
    }

    public long BestCost => genetic is { HasBest: true } ? Math.Min(genetic.BestCost, ruin.BestCost) : ruin.BestCost;

    public int BestUnserved => IsBorn ? 0 : ruin.BestUnserved;

    public Solution Best => genetic is not null && IsBorn ? genetic.ToSolution() : ruin.Best;

    /// <summary>Whether the best came out of the genetic search.</summary>
    private bool IsBorn => genetic is { HasBest: true } && genetic.BestCost < ruin.BestCost;

    /// <summary>Every stop has to be served, on one trip, and the problem is small enough for some thousand generations.</summary>
    public static bool Covers(ProblemData data) =>
        data.ClientCount >= 8 && data.ClientCount <= (data.IsTimed ? MostTimedClients : MostClients) && RouteImprovement.Covers(data) && !data.Distances.IsFunction
        && data.Clients.All(client => client.IsRequired) && data.VehicleCount > 0 && data.VehicleTypes.All(type => type.MaxTrips == 1);

    public void Run(int iterations, long horizon)
    {
        var seeding = (int)Math.Clamp(SeedingIterations - iteration, 0, iterations);
        if (seeding > 0)
            ruin.Run(seeding, ShortestIterations);
        var before = iteration + seeding;
        iteration += iterations;
        // A problem that cannot be served whole stays with the search that leaves stops out.
        if (before < iteration && ruin.BestUnserved > 0)
        {
            ruin.Run((int)(iteration - before), ShortestIterations);
            return;
        }

        var generations = (iteration / GenerationIterations) - (before / GenerationIterations);
        for (var i = 0; i < generations; i++)
        {
            genetic ??= new GeneticSearch(space, geneticSeed, ruin.Best);
            genetic.Step();
        }
    }

    /// <summary>Takes in the best of another search of the same problem.</summary>
    public void Receive(HybridSearch other)
    {
        if (genetic is not null && other.genetic is not null)
            genetic.Receive(other.genetic);
    }
}
