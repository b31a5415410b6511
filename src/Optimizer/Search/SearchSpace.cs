using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>What every search of one problem reads and none writes. Neighbours are sought when they are first asked for.</summary>
internal sealed class SearchSpace(ProblemData data)
{
    private const int AdjacencySize = 120;
    private const int PlacesSize = 40;
    private const int GranularSize = 20;

    private readonly Lazy<Neighbourhood> adjacency = new(() => new Neighbourhood(data, AdjacencySize, withTime: false));
    private readonly Lazy<(Neighbourhood Places, Neighbourhood Granular)> timed = new(() =>
    {
        var places = new Neighbourhood(data, PlacesSize, withTime: true);
        return (places, new Neighbourhood(places, GranularSize));
    });

    public ProblemData Data => data;

    public CostEvaluator Evaluator { get; } = new(data);

    /// <summary>Which clients a ruin spreads to.</summary>
    public Neighbourhood Adjacency => adjacency.Value;

    /// <summary>Beside which clients an insertion is tried.</summary>
    public Neighbourhood Places => timed.Value.Places;

    /// <summary>Which pairs of clients the local search tries.</summary>
    public Neighbourhood Granular => timed.Value.Granular;
}
