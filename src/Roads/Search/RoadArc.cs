namespace Territory.Roads.Search;

/// <summary>One direction of a segment as the search sees it; 16 bytes, four to a cache line.</summary>
/// <param name="Head">The node it leads to, in the mode's own numbering.</param>
/// <param name="SegmentAndDirection">Twice the segment number, plus one when travelled from To to From.</param>
/// <param name="Cost">See <see cref="PathCost"/>.</param>
internal readonly record struct RoadArc(int Head, int SegmentAndDirection, PathCost Cost)
{
    public int Segment => SegmentAndDirection >> 1;

    public bool IsForward => (SegmentAndDirection & 1) == 0;
}
