namespace Territory.Roads.Snapping;

/// <summary>A rectangle in the network's integer coordinates.</summary>
internal readonly record struct Box(int West, int South, int East, int North)
{
    public static Box Union(Box a, Box b) => new(
        Math.Min(a.West, b.West), Math.Min(a.South, b.South), Math.Max(a.East, b.East), Math.Max(a.North, b.North));
}
