using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Genetic;

/// <summary>Hybrid genetic search: crosses two parents, brings the child to a local optimum and keeps the cheap and the different.</summary>
/// <remarks>
/// Source: Vidal, Crainic, Gendreau, Lahrichi and Rei (2012); Vidal, Hybrid genetic search for the CVRP: open-source implementation and SWAP* neighborhood (2022);
/// with times Kool et al. (2022) and Wouda, Lan and Kool, PyVRP (2024).
/// </remarks>
internal sealed class GeneticSearch
{
    private const int FirstGeneration = 100;
    private const int Patience = 20_000;

    private readonly ProblemData data;
    private readonly SearchSpace space;
    private readonly Xoshiro256 random;
    private readonly Population population;
    private readonly Education education;
    private readonly PenaltyAdaptation penalties;
    private readonly RouteExchange routeExchange;
    private readonly NodeList missing;
    private readonly Individual best;
    private int born;
    private int lastImprovement;

    /// <param name="initial">A solution that serves every client.</param>
    public GeneticSearch(SearchSpace space, ulong seed, Solution? initial)
    {
        data = space.Data;
        random = new Xoshiro256(seed);
        population = new Population(data, withDirection: data.IsTimed);
        education = new Education(space, new PlaneCoordinates(data));
        penalties = new PenaltyAdaptation(data);
        routeExchange = new RouteExchange(data);
        missing = new NodeList(data.LocationCount);
        best = new Individual(data, -1);
        this.space = space;
        if (initial is not null)
            Take(initial);
    }

    public bool HasBest => best.RouteCount > 0;

    public long BestCost => best.Objective;

    public int Generations { get; private set; }

    public void Step()
    {
        Generations++;
        if (born < FirstGeneration || population.Count == 0)
        {
            born++;
            Found();
            return;
        }

        if (Generations - lastImprovement > Patience)
        {
            population.Clear();
            born = 0;
            lastImprovement = Generations;
            return;
        }

        var first = population.Tournament(random);
        var second = population.Tournament(random);
        for (var i = 0; i < 4 && second == first; i++)
            second = population.Tournament(random);
        var child = population.Rent();
        routeExchange.Cross(first, second, child, missing, random);
        Raise(child);
    }

    public Solution ToSolution()
    {
        var set = new RouteSet(data, space.Evaluator);
        for (var route = 0; route < best.RouteCount; route++)
            set.SetEntries(best.VehicleOf(route), best.Route(route), best.RouteWindows(route));
        return set.ToSolution();
    }

    public void Receive(GeneticSearch other)
    {
        if (!other.HasBest)
            return;
        var guest = population.Rent();
        guest.CopyFrom(other.best);
        Keep(guest);
        population.Add(guest, penalties.Weights);
    }

    private void Take(Solution solution)
    {
        var child = population.Rent();
        child.Clear();
        foreach (var route in solution.Routes)
        {
            child.Begin(route.Vehicle);
            for (var i = 0; i < route.Trips[0].Count; i++)
            {
                var location = data.DepotCount + route.Trips[0][i];
                child.Add(location, data.WindowOffset[location] + route.Windows[0][i]);
            }

            child.End();
        }

        missing.Clear();
        Raise(child);
    }

    /// <summary>A random beginning.</summary>
    private void Found()
    {
        var child = population.Rent();
        child.Clear();
        missing.Clear();
        for (var client = data.DepotCount; client < data.LocationCount; client++)
            missing.Add(client);
        Raise(child);
    }

    private void Raise(Individual child)
    {
        if (!education.Run(child, missing.Items, penalties.Weights, random))
        {
            population.GiveBack(child);
            return;
        }

        var isReweighed = penalties.Note(child);
        Keep(child);
        if (!child.IsFeasible && random.Next(2) == 0)
        {
            var repaired = population.Rent();
            repaired.CopyFrom(child);
            population.Add(child, penalties.Weights);
            if (education.Run(repaired, [], penalties.Repairing, random) && repaired.IsFeasible)
            {
                Keep(repaired);
                population.Add(repaired, penalties.Weights);
            }
            else
            {
                population.GiveBack(repaired);
            }
        }
        else
        {
            population.Add(child, penalties.Weights);
        }

        if (isReweighed)
            population.Reweigh(penalties.Weights);
    }

    private void Keep(Individual individual)
    {
        if (!individual.IsFeasible || (best.RouteCount > 0 && individual.Objective >= best.Objective))
            return;
        best.CopyFrom(individual);
        lastImprovement = Generations;
    }
}
