using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Optimizer.Evaluation;

namespace Territory.Optimizer.Deliveries;

/// <summary>Turns the stops of a vehicle into its day with exact times, whatever rules it breaks. One for each thread.</summary>
/// <remarks>
/// The vehicle is loaded for its first trip before the shift, so that trip's loading start is its departure, as <see cref="DepartureChoice"/> has it; later trips leave as soon as they are loaded and any waiting is at
/// the stop. Service starts in the first window that can be met; where there is none the vehicle is late and goes on late. Where no road leads the way takes no time.
/// </remarks>
internal sealed class DeliveryTimetable(DeliveryPlanRequest request, DeliveryProblem problem)
{
    private readonly DeliveryRoads roads = new(request);
    private readonly DepartureChoice departures = new(request, problem);

    /// <param name="trips">Drops of the problem.</param>
    public DeliveryRoute Of(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var file = problem.Vehicles[vehicle];
        var start = departures.Of(vehicle, trips);
        var timed = new List<DeliveryTrip>(trips.Count);
        foreach (var drops in trips)
            timed.Add(timed.Count == 0 ? Trip(start, start, drops) : Next(timed[^1].Return, TimeOfDay.Midnight, drops));
        return Route(file, timed);
    }

    /// <summary>A trip of a vehicle that is back.</summary>
    /// <param name="notBefore">Loading begins no earlier.</param>
    public DeliveryTrip Next(TimeOfDay back, TimeOfDay notBefore, IReadOnlyList<int> drops)
    {
        var loadingStart = Later(Later(back, request.Distributor.DepotHours.Start), notBefore);
        return Trip(loadingStart, loadingStart + request.Distributor.LoadingTime, drops);
    }

    public static DeliveryRoute Route(VehicleFile vehicle, IReadOnlyList<DeliveryTrip> trips)
    {
        var distance = new Distance(trips.Sum(trip => trip.Distance.Meters));
        var working = trips[^1].Return - trips[0].Departure;
        return new DeliveryRoute(vehicle.Id, trips, distance, working, DeliveryCost.Of(vehicle, distance, working));
    }

    private DeliveryTrip Trip(TimeOfDay loadingStart, TimeOfDay departure, IReadOnlyList<int> drops)
    {
        var trip = new TripBuilder(roads, departure);
        foreach (var drop in drops)
            trip.Serve(problem.Drops[drop], TimeOfDay.Midnight);
        return trip.Back(loadingStart, TimeOfDay.Midnight);
    }

    internal static TimeOfDay Later(TimeOfDay a, TimeOfDay b) => a > b ? a : b;
}
