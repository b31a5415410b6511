using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>What every search of one problem reads and none writes. Neighbours are sought when they are first asked for.</summary>
internal sealed class SearchSpace(ProblemData data)
{
    private const int AdjacencySize = 120;
    private const int PlacesSize = 40;
    private const int GranularSize = 20;

    private readonly Lazy<Neighbourhood> adjacency = new(() => new Neighbourhood(data, AdjacencySize, withTime: false));
    private readonly Lazy<Neighbourhood> places = new(() => new Neighbourhood(data, PlacesSize, withTime: true));
    private readonly Lazy<Neighbourhood> granular = new(() => new Neighbourhood(data, GranularSize, withTime: true));

    public ProblemData Data => data;

    public CostEvaluator Evaluator { get; } = new(data);

    /// <summary>Which clients a ruin spreads to.</summary>
    public Neighbourhood Adjacency => adjacency.Value;

    /// <summary>Beside which clients an insertion is tried.</summary>
    public Neighbourhood Places => places.Value;

    /// <summary>Which pairs of clients the local search tries.</summary>
    public Neighbourhood Granular => granular.Value;
}
