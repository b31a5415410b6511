using System.Globalization;
using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Deliveries;

/// <summary>The roads of a delivery request: the same at any hour, or with times by slot of the day.</summary>
internal sealed class DeliveryRoads
{
    private const int SecondsADay = 24 * 3_600;

    /// <summary>Slots of so many days are written out; beyond them the roads are as at the best hour. Shifts of a request are shorter.</summary>
    private const int MostDays = 7;

    private readonly TravelMatrix travel;
    private readonly DayTravel? byTime;

    public DeliveryRoads(DeliveryPlanRequest request)
        : this(request.Travel, request.TravelByTime)
    {
    }

    public DeliveryRoads(TravelMatrix travel, DayTravel? byTime) => (this.travel, this.byTime) = (travel, byTime);

    /// <summary>Where the times come from, for the plan's provenance.</summary>
    public string Source => byTime is not { SlotCount: > 1 } day ? travel.Source
        : $"{travel.Source}{DayTravel.SourceMark}{string.Join(' ', day.SlotStarts.Select(start => start.ToString("HH:mm", CultureInfo.InvariantCulture)))})";

    public bool IsReachable(int from, int to) => travel.IsReachable(from, to) && byTime?.IsReachable(from, to) != false;

    public Distance DistanceBetween(int from, int to) => travel.DistanceBetween(from, to);

    /// <summary>When who leaves at a time arrives; who leaves later never arrives earlier.</summary>
    public TimeOfDay Arrival(int from, int to, TimeOfDay departure) => byTime?.Arrival(from, to, departure) ?? departure + travel.TimeBetween(from, to);

    /// <summary>The roads between some points, as the search drives them.</summary>
    /// <param name="latest">When the last vehicle is back.</param>
    public TravelProfile Between(int[] points, TimeOfDay latest)
    {
        var meters = Cells(points, travel.Meters);
        if (byTime is null)
            return new TravelProfile(meters, Cells(points, travel.Seconds));
        ArcLengths[] bySlot = [.. byTime.Matrices.Select(matrix => Cells(points, matrix.Seconds))];
        if (bySlot.All(slot => slot.Matrix.AsSpan().SequenceEqual(bySlot[0].Matrix)))
            return new TravelProfile(meters, bySlot[0]);
        var slots = new List<TravelSlot>();
        if (byTime.SlotStarts[0] > TimeOnly.MinValue)
            slots.Add(new TravelSlot(0, bySlot[^1]));
        var days = Math.Clamp((latest.Seconds / SecondsADay) + 1, 1, MostDays);
        for (var day = 0; day < days; day++)
        {
            for (var slot = 0; slot < bySlot.Length; slot++)
                slots.Add(new TravelSlot(((long)day * SecondsADay) + (byTime.SlotStarts[slot].Ticks / TimeSpan.TicksPerSecond), bySlot[slot]));
        }

        // Who waits for a road that is closed at night still has to arrive, if only too late.
        slots.Add(new TravelSlot(((long)days * SecondsADay) + (byTime.SlotStarts[0].Ticks / TimeSpan.TicksPerSecond), ArcLengths.LeastOf(bySlot)));
        return TravelProfile.OfSlots(meters, slots);
    }

    private ArcLengths Cells(int[] points, ReadOnlySpan<int> lengths)
    {
        var cells = new int[points.Length * points.Length];
        for (int i = 0, cell = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++, cell++)
            {
                var length = lengths[(points[i] * travel.Size) + points[j]];
                cells[cell] = i == j ? 0 : travel.IsReachable(points[i], points[j]) && length != TravelMatrix.Unreachable ? length : ProblemData.NoRoad;
            }
        }

        return ArcLengths.OfMatrix(cells, points.Length);
    }
}
