using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>What every search of one problem reads and none writes.</summary>
internal sealed class SearchSpace
{
    private const int AdjacencySize = 120;
    private const int PlacesSize = 40;
    private const int GranularSize = 20;

    public SearchSpace(ProblemData data)
    {
        Data = data;
        Evaluator = new CostEvaluator(data);
        Adjacency = new Neighbourhood(data, AdjacencySize, withTime: false);
        Places = new Neighbourhood(data, PlacesSize, withTime: true);
        Granular = new Neighbourhood(data, GranularSize, withTime: true);
    }

    public ProblemData Data { get; }

    public CostEvaluator Evaluator { get; }

    /// <summary>Which clients a ruin spreads to.</summary>
    public Neighbourhood Adjacency { get; }

    /// <summary>Beside which clients an insertion is tried.</summary>
    public Neighbourhood Places { get; }

    /// <summary>Which pairs of clients the local search tries.</summary>
    public Neighbourhood Granular { get; }
}
