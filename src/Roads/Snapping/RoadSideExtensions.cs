namespace Territory.Roads.Snapping;

public static class RoadSideExtensions
{
    /// <summary>The same side for whoever looks the other way.</summary>
    public static RoadSide Reversed(this RoadSide side) => side switch
    {
        RoadSide.Left => RoadSide.Right,
        RoadSide.Right => RoadSide.Left,
        _ => side,
    };
}
