using Territory.Roads.Hierarchy;

namespace Territory.Roads.Tests.Hierarchy;

/// <summary>Random parts of networks to cut: connected or not, with loops, parallel edges and nodes that lie on each other, from a seed.</summary>
internal static class RandomCells
{
    public static CellGraph Create(int seed, int mostNodes)
    {
        var random = new Random(seed);
        var nodes = random.Next(2, mostNodes + 1);
        var width = random.Next(3) switch { 0 => 1, 1 => 4, _ => 20_000_000 };
        var edges = random.Next(3 * nodes);
        return new CellGraph(
            [.. Enumerable.Range(0, nodes).Select(_ => random.Next(-width, width))],
            [.. Enumerable.Range(0, nodes).Select(_ => random.Next(-width, width))],
            [.. Enumerable.Range(0, edges).Select(_ => random.Next(nodes))],
            [.. Enumerable.Range(0, edges).Select(_ => random.Next(nodes))],
            [.. Enumerable.Range(0, edges).Select(edge => 3 * edge)]);
    }

    /// <summary>One road of so many segments, straight east or all in one place.</summary>
    public static CellGraph Line(int segments, bool isInOnePlace) => new(
        [.. Enumerable.Range(0, segments + 1).Select(node => isInOnePlace ? 0 : 10 * node)],
        new int[segments + 1],
        [.. Enumerable.Range(0, segments)],
        [.. Enumerable.Range(1, segments)],
        [.. Enumerable.Range(0, segments)]);
}
