namespace Territory.Optimizer.Routing;

/// <summary>How a straight line becomes a whole number.</summary>
public enum LengthRounding
{
    /// <summary>To the nearest, halves up.</summary>
    Nearest,
    Down,

    /// <summary>Up, but for the noise of double precision just above a whole number.</summary>
    Up,
}
