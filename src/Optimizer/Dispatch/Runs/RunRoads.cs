using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>The roads of a run: those of the day, and for a vehicle that has left one to the place here and now, which takes no time and is as long as all it has driven.</summary>
internal static class RunRoads
{
    /// <param name="points">Those of the drops.</param>
    /// <param name="heres">The clients after the drops.</param>
    public static TravelProfile Of(DeliveryPlanRequest request, IReadOnlyList<int> points, IReadOnlyList<HereAndNow> heres, long latest)
    {
        var roads = new DeliveryRoads(request).Between([0, .. points, .. heres.Select(here => here.Point)], new((int)latest));
        if (heres.Count == 0)
            return roads;
        ArcLengths With(ArcLengths lengths, Func<HereAndNow, int> lengthTo)
        {
            var size = lengths.LocationCount;
            var cells = lengths.Matrix.ToArray();
            for (var i = 0; i < heres.Count; i++)
            {
                var here = size - heres.Count + i;
                for (var from = 0; from < size; from++)
                    cells[(from * size) + here] = ProblemData.NoRoad;
                cells[(here * size) + here] = 0;
                cells[here] = lengthTo(heres[i]);
                if (heres[i].Point == 0)
                    cells[here * size] = 0;
            }

            return ArcLengths.OfMatrix(cells, size);
        }

        var meters = With(roads.Distances, here => here.Meters);
        return roads.Slots.Count == 0
            ? new TravelProfile(meters, With(roads.Durations, _ => 0))
            : TravelProfile.OfSlots(meters, [.. roads.Slots.Select(slot => new TravelSlot(slot.From, With(slot.Durations, _ => 0)))]);
    }
}
