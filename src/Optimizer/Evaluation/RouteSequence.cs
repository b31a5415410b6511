namespace Territory.Optimizer.Evaluation;

/// <summary>A vehicle's stops in order: start depot, clients with depots between trips, end depot.</summary>
/// <param name="windows">Index into the problem's window arrays for each client; -1 for the first that can be met.</param>
internal readonly ref struct RouteSequence(int vehicle, int type, ReadOnlySpan<int> nodes, ReadOnlySpan<int> windows)
{
    public int Vehicle { get; } = vehicle;

    public int Type { get; } = type;

    public ReadOnlySpan<int> Nodes { get; } = nodes;

    public ReadOnlySpan<int> Windows { get; } = windows;

    public int Length => Nodes.Length;
}
