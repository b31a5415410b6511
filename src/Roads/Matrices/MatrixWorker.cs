using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Matrices;

/// <summary>Fills rows of a matrix, eight sources at a time. One per thread.</summary>
internal sealed class MatrixWorker
{
    private readonly TargetPlaces targets;
    private readonly UpwardSearch upward;
    private readonly RoundTrips roundTrips;
    private readonly long[] labels;

    public MatrixWorker(RoadHierarchy hierarchy, TargetPlaces targets)
    {
        this.targets = targets;
        upward = UpwardSearch.Forward(hierarchy);
        roundTrips = new RoundTrips(hierarchy);
        labels = targets.Sweep.NewLabels();
    }

    /// <param name="sources">At most <see cref="TargetSweep.Lanes"/>.</param>
    /// <param name="seconds">A row of the targets' number for each source.</param>
    public void Fill(ReadOnlySpan<RoadPosition> sources, Span<int> seconds, Span<int> meters)
    {
        TargetSweep.Clear(labels);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            upward.Begin();
            Leave(sources[lane].Along);
            Leave(sources[lane].Against);
            upward.Run();
            targets.Sweep.Enter(upward, labels, lane);
        }

        targets.Sweep.Run(labels);
        Span<long> costs = stackalloc long[TargetSweep.Lanes];
        for (var target = 0; target < targets.Count; target++)
        {
            targets.CostsTo(target, labels, costs);
            for (var lane = 0; lane < sources.Length; lane++)
                Put(seconds, meters, (lane * targets.Count) + target, new PathCost(costs[lane]));
        }

        for (var lane = 0; lane < sources.Length; lane++)
            MendSharedSegment(sources[lane], lane, seconds, meters);
    }

    private void Leave(in ArcPlace place)
    {
        if (place.IsOpen)
            upward.Offer(place.Vertex, place.After.Packed);
    }

    /// <summary>Targets that lie behind the source on one of its arcs are reached the other way or round about, which the sweep's labels do not tell.</summary>
    private void MendSharedSegment(in RoadPosition source, int lane, Span<int> seconds, Span<int> meters)
    {
        foreach (var target in targets.OnSegment(source.Segment))
        {
            ref readonly var place = ref targets.Positions[target];
            if (!ArcPlace.IsBehind(source.Along, place.Along) && !ArcPlace.IsBehind(source.Against, place.Against))
                continue;
            var (behind, at) = ArcPlace.IsBehind(source.Along, place.Along) ? (source.Along, place.Along) : (source.Against, place.Against);
            var direct = RoadPosition.Direct(source, place);
            var isShortest = direct.IsReached && !(direct > behind.After + at.Before);
            Put(seconds, meters, (lane * targets.Count) + target, isShortest ? direct : roundTrips.Cost(source, place));
        }
    }

    private static void Put(Span<int> seconds, Span<int> meters, int cell, PathCost cost)
    {
        seconds[cell] = cost.IsReached ? cost.Seconds : TravelMatrix.Unreachable;
        meters[cell] = cost.IsReached ? cost.Meters : TravelMatrix.Unreachable;
    }
}
