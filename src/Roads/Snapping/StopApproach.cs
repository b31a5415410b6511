namespace Territory.Roads.Snapping;

/// <summary>On which side of a two-way road a vehicle may come to a stop (靠边停靠).</summary>
public enum StopApproach
{
    /// <summary>Whoever arrives on the far side crosses the street.</summary>
    EitherSide,

    /// <summary>
    /// With the stop on the side on which the vehicle keeps: on the right where people drive on the right. One-way roads, stops on the road itself and
    /// people on foot are not bound. It says how a stop is arrived at; it may be left either way.
    /// </summary>
    OwnSide,
}
