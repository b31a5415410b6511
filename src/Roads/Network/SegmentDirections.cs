namespace Territory.Roads.Network;

/// <summary>Directions of a way or segment that something holds for.</summary>
[Flags]
public enum SegmentDirections : byte
{
    None = 0,

    /// <summary>Along the node order: from the From node to the To node.</summary>
    Forward = 1,
    Backward = 2,
    Both = Forward | Backward,
}
