using Territory.Roads.Search;

namespace Territory.Roads.Turns;

/// <summary>Milliseconds to travel each direction of each segment.</summary>
/// <param name="Milliseconds">
/// By arc, that is twice the segment, plus one against it; <see cref="Closed"/> where the profile may not go. An arc that alone takes as long as
/// <see cref="PathCost.Limit"/>, such as a ferry with a faulty timetable, is closed too: sums with it would overflow.
/// </param>
internal readonly record struct ArcTimes(int[] Milliseconds)
{
    public const int Closed = -1;

    public int this[int arc] => Milliseconds[arc];

    public bool IsOpen(int arc) => Milliseconds[arc] != Closed && Milliseconds[arc] < PathCost.Unreached.Milliseconds;
}
