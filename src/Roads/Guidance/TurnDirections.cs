namespace Territory.Roads.Guidance;

/// <summary>Names bends by their angle.</summary>
/// <remarks>Limits of the kind that open engines use: GraphHopper's are 11, 46 and 103 degrees, Valhalla's 11, 45, 135 and 160.</remarks>
internal static class TurnDirections
{
    public const int StraightDegrees = 20;

    private const int SlightDegrees = 50;
    private const int PlainDegrees = 120;
    private const int SharpDegrees = 170;

    /// <param name="bend">Degrees, -180 to 180, clockwise positive.</param>
    public static TurnDirection Of(int bend) => Math.Abs(bend) switch
    {
        <= StraightDegrees => TurnDirection.Straight,
        <= SlightDegrees => bend > 0 ? TurnDirection.SlightRight : TurnDirection.SlightLeft,
        <= PlainDegrees => bend > 0 ? TurnDirection.Right : TurnDirection.Left,
        <= SharpDegrees => bend > 0 ? TurnDirection.SharpRight : TurnDirection.SharpLeft,
        _ => TurnDirection.UTurn,
    };
}
