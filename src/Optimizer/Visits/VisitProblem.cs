using Territory.Model.Calendar;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Visits;

/// <summary>The routing problem of a rep's day: one vehicle, chosen call i is client i, cost is seconds of the day; calls may be left out at their prize.</summary>
internal static class VisitProblem
{
    public static ProblemData Of(VisitPlanRequest request, IReadOnlyList<Call> calls)
    {
        int[] points = [0, .. calls.Select(call => call.Point)];
        var meters = new int[points.Length * points.Length];
        var seconds = new int[meters.Length];
        for (int i = 0, cell = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++, cell++)
            {
                var isReachable = i == j || request.Travel.IsReachable(points[i], points[j]);
                meters[cell] = i == j ? 0 : isReachable ? request.Travel.DistanceBetween(points[i], points[j]).Meters : ProblemData.NoRoad;
                seconds[cell] = i == j ? 0 : isReachable ? request.Travel.TimeBetween(points[i], points[j]).Seconds : ProblemData.NoRoad;
            }
        }

        var shift = request.Rep.Shift;
        var rep = new VehicleType
        {
            Capacity = new Load(request.MaxCalls ?? calls.Count),
            Start = new Interval(shift.Start.Seconds, shift.End.Seconds),
            LatestEnd = shift.End.Seconds,
            CostPerDistance = 0,
            CostPerDuration = 1,
        };
        return new ProblemData([new Depot()], [.. calls.Select(ToClient)], [rep], meters, seconds);
    }

    /// <summary>The earliest start from which the day takes least; the shift's start for an empty list.</summary>
    public static TimeOfDay Start(VisitPlanRequest request, IReadOnlyList<Call> order, IReadOnlyList<int> windows)
    {
        var segment = new TimeWindowSegment(0, 0, request.Rep.Shift.Start.Seconds, request.Rep.Shift.End.Seconds);
        var at = 0;
        for (var i = 0; i < order.Count; i++)
        {
            var window = order[i].Windows[windows[i]];
            var stop = new TimeWindowSegment(order[i].Service.Seconds, 0, window.Start.Seconds, window.End.Seconds);
            segment = TimeWindowSegment.Merge(segment, request.Travel.TimeBetween(at, order[i].Point).Seconds, stop);
            at = order[i].Point;
        }

        return new TimeOfDay((int)segment.Early);
    }

    private static Client ToClient(Call call) => new()
    {
        Demand = new Load(1),
        Windows = [.. call.Windows.Select(window => new Interval(Math.Max(0, window.Start.Seconds), window.End.Seconds))],
        ServiceDuration = call.Service.Seconds,
        IsRequired = false,
        Prize = call.Prize,
    };
}
