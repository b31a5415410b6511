using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>A trip that grows stop by stop.</summary>
internal sealed class TripBuilder(DeliveryRoads roads, TimeOfDay departure)
{
    private readonly TimeOfDay left = departure;
    private readonly List<DeliveryStop> stops = [];
    private TimeOfDay now = departure;
    private int at;
    private VehicleCapacity load;
    private Duration driving;
    private Distance distance;

    /// <summary>Goes to a stop and serves it in the first window that can be met, or late.</summary>
    /// <param name="notBefore">The vehicle is there no earlier.</param>
    public void Serve(Drop drop, TimeOfDay notBefore)
    {
        var arrival = DeliveryTimetable.Later(ArrivalAt(drop.Point), notBefore);
        var window = WindowAt(drop.Windows, arrival);
        var service = DeliveryTimetable.Later(arrival, window.Start);
        Add(drop, window, arrival, service, service + drop.Service);
    }

    /// <summary>A stop as it was.</summary>
    public void Record(Drop drop, TimeOfDay arrival, TimeOfDay done) => Add(drop, WindowAt(drop.Windows, arrival), arrival, arrival, done);

    /// <summary>The trip, back at the depot.</summary>
    /// <param name="notBefore">It is back no earlier.</param>
    /// <param name="returned">When it came back, where that is known.</param>
    public DeliveryTrip Back(TimeOfDay loadingStart, TimeOfDay notBefore, TimeOfDay? returned = null)
    {
        var back = returned ?? DeliveryTimetable.Later(ArrivalAt(0), notBefore);
        driving += Since(back);
        distance += LegTo(0);
        return new DeliveryTrip(loadingStart, left, back, load, distance, driving, stops);
    }

    /// <summary>The first window that who arrives then can meet; the last where there is none; the whole day where the terminal has none.</summary>
    public static TimeWindow WindowAt(IReadOnlyList<TimeWindow> windows, TimeOfDay arrival)
    {
        if (windows.Count == 0)
            return TimeWindow.WholeDay;
        var i = 0;
        while (i + 1 < windows.Count && windows[i].End < arrival)
            i++;
        return windows[i];
    }

    private void Add(Drop drop, TimeWindow window, TimeOfDay arrival, TimeOfDay service, TimeOfDay done)
    {
        var (travel, leg) = (Since(arrival), LegTo(drop.Point));
        stops.Add(new DeliveryStop(drop.Terminal.Id, drop.Orders, drop.Load, window, arrival, service, done, travel, leg));
        load = DropDiagnosis.Sum(load, drop.Load);
        driving += travel;
        distance += leg;
        (now, at) = (done, drop.Point);
    }

    private TimeOfDay ArrivalAt(int point) => roads.IsReachable(at, point) ? roads.Arrival(at, point, now) : now;

    private Distance LegTo(int point) => roads.IsReachable(at, point) ? roads.DistanceBetween(at, point) : Distance.Zero;

    private Duration Since(TimeOfDay arrival) => arrival > now ? arrival - now : Duration.Zero;
}
