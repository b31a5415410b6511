using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>One search that advances by iterations. What it finds is a function of its problem, its seed, the iterations done and the horizon.</summary>
internal interface ISearch
{
    long BestCost { get; }

    int BestUnserved { get; }

    Solution Best { get; }

    /// <param name="horizon">Over how many iterations the whole search is meant to go.</param>
    void Run(int iterations, long horizon);
}
