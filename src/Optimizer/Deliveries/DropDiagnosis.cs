using System.Globalization;
using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>Why a drop is on no route (未安排原因): the first rule, in a fixed order, that no vehicle keeps.</summary>
/// <remarks>
/// Order before the search, each for the drop as the only stop of a vehicle: Unreachable, ClosedThatDay, NoVehicle, LargerThanAnyVehicle, NoAllowedVehicle,
/// WindowCannotBeMet, ShiftTooShort. After the search: NoCapacityLeft when no allowed vehicle has room in a trip or a trip to spare, else NoTimeLeft.
/// </remarks>
internal sealed class DropDiagnosis(DeliveryPlanRequest request, IReadOnlyList<VehicleFile> inService)
{
    private readonly DeliveryRoads roads = new(request);

    /// <summary>The reason that no vehicle could take the drop even alone, or null when one could.</summary>
    public UnservedOrder? Alone(Drop drop)
    {
        if (!roads.IsReachable(0, drop.Point) || !roads.IsReachable(drop.Point, 0))
            return Report(drop, UnservedReason.Unreachable, ("source", roads.Source));
        if (drop.IsClosed)
            return Report(drop, UnservedReason.ClosedThatDay, ("weekday", $"{request.Date.DayOfWeek}"), ("status", $"{drop.Terminal.Status}"));
        if (inService.Count == 0)
            return Report(drop, UnservedReason.NoVehicle, ("vehicles", Text(request.Vehicles.Count)));
        var holding = inService.Where(vehicle => vehicle.Capacity.Holds(drop.Load)).ToArray();
        if (holding.Length == 0)
            return Report(drop, UnservedReason.LargerThanAnyVehicle, [.. Demand(drop), .. Largest()]);
        var allowed = holding.Where(vehicle => DeliveryProblem.MayReach(vehicle, drop)).ToArray();
        if (allowed.Length == 0)
        {
            return Report(drop, UnservedReason.NoAllowedVehicle,
                ("largestVehicleGrams", Text(drop.Terminal.LargestVehicle!.Value.Grams)),
                ("smallestHoldingGrams", Text(holding.Min(vehicle => vehicle.Capacity.Mass.Grams))));
        }

        var earliest = allowed.Min(vehicle => Earliest(vehicle, drop));
        if (!allowed.Any(vehicle => Starts(vehicle, drop).Any()))
        {
            return Report(drop, UnservedReason.WindowCannotBeMet,
                ("window", Windows(drop)), ("earliestArrival", new TimeOfDay(earliest).ToString()));
        }

        var back = allowed.SelectMany(vehicle => Starts(vehicle, drop).Select(start => (vehicle, End: End(start, drop)))).ToArray();
        if (!back.Any(pair => pair.End <= pair.vehicle.Shift.End.Seconds))
        {
            return Report(drop, UnservedReason.ShiftTooShort,
                ("earliestReturn", new TimeOfDay(back.Min(pair => pair.End)).ToString()),
                ("latestShiftEnd", allowed.Max(vehicle => vehicle.Shift.End).ToString()));
        }

        return null;
    }

    /// <summary>The reason that a drop which would fit alone is left out of these routes.</summary>
    public UnservedOrder AmongRoutes(Drop drop, IReadOnlyList<DeliveryRoute> routes)
    {
        var used = routes.ToDictionary(route => route.Vehicle);
        var allowed = inService.Where(vehicle => vehicle.Capacity.Holds(drop.Load) && DeliveryProblem.MayReach(vehicle, drop)).ToArray();
        var hasRoom = allowed.Any(vehicle => !used.TryGetValue(vehicle.Id, out var route)
            || route.Trips.Count < vehicle.MaxTrips
            || route.Trips.Any(trip => vehicle.Capacity.Holds(Sum(trip.Load, drop.Load))));
        if (hasRoom)
        {
            return Report(drop, UnservedReason.NoTimeLeft,
                ("window", Windows(drop)), ("serviceSeconds", Text(drop.Service.Seconds)), ("vehicles", Text(allowed.Length)));
        }

        var most = allowed.Max(vehicle => used[vehicle.Id].Trips.Max(trip => vehicle.Capacity.Cases.Count - trip.Load.Cases.Count));
        return Report(drop, UnservedReason.NoCapacityLeft, [.. Demand(drop), ("mostCasesLeft", Text(most)), ("vehicles", Text(allowed.Length))]);
    }

    internal static VehicleCapacity Sum(VehicleCapacity a, VehicleCapacity b) => new(a.Cases + b.Cases, a.Mass + b.Mass, a.Volume + b.Volume);

    private static UnservedOrder Report(Drop drop, UnservedReason reason, params (string Name, string Value)[] figures) =>
        new(drop.Terminal.Id, drop.Orders, reason, figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal));

    private static (string, string)[] Demand(Drop drop) =>
    [
        ("demandCases", Text(drop.Load.Cases.Count)),
        ("demandGrams", Text(drop.Load.Mass.Grams)),
        ("demandMillilitres", Text(drop.Load.Volume.Millilitres)),
    ];

    private (string, string)[] Largest() =>
    [
        ("largestCases", Text(inService.Max(vehicle => vehicle.Capacity.Cases.Count))),
        ("largestGrams", Text(inService.Max(vehicle => vehicle.Capacity.Mass.Grams))),
        ("largestMillilitres", Text(inService.Max(vehicle => vehicle.Capacity.Volume.Millilitres))),
    ];

    private static string Windows(Drop drop) => string.Join(", ", drop.Windows);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private int Earliest(VehicleFile vehicle, Drop drop) =>
        roads.Arrival(0, drop.Point, DeliveryProblem.Departures(vehicle, request.Distributor.DepotHours).Start).Seconds;

    /// <summary>The earliest start of service in each window that the vehicle can meet.</summary>
    private IEnumerable<int> Starts(VehicleFile vehicle, Drop drop)
    {
        if (DeliveryProblem.Departures(vehicle, request.Distributor.DepotHours).IsEmpty)
            yield break;
        var arrival = Earliest(vehicle, drop);
        foreach (var window in drop.Windows)
        {
            if (arrival <= window.End.Seconds)
                yield return Math.Max(arrival, window.Start.Seconds);
        }
    }

    private int End(int start, Drop drop) => roads.Arrival(drop.Point, 0, new TimeOfDay(start + drop.Service.Seconds)).Seconds;
}
