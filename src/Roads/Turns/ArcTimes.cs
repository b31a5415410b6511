namespace Territory.Roads.Turns;

/// <summary>Milliseconds to travel each direction of each segment.</summary>
/// <param name="Milliseconds">By arc, that is twice the segment, plus one against it; <see cref="Closed"/> where the profile may not go.</param>
internal readonly record struct ArcTimes(int[] Milliseconds)
{
    public const int Closed = -1;

    public int this[int arc] => Milliseconds[arc];

    public bool IsOpen(int arc) => Milliseconds[arc] != Closed;
}
