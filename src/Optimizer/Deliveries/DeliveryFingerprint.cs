using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Territory.Model.Calendar;
using Territory.Model.Travel;

namespace Territory.Optimizer.Deliveries;

/// <summary>SHA-256 over a canonical form of a delivery request: every figure that decides the plan, lists in the order of their ids.</summary>
internal static class DeliveryFingerprint
{
    public static string Of(DeliveryPlanRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Line(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        void Fields(params object?[] fields) => Line(string.Join('|', fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture))));

        Fields("delivery 1", request.Region.Id, request.Date.ToString("O", CultureInfo.InvariantCulture));
        var distributor = request.Distributor;
        Fields("distributor", distributor.Id, distributor.DepotHours, distributor.LoadingTime.Seconds,
            distributor.UnloadingTimePerStop.Seconds, distributor.UnloadingTimePerCase.Seconds);
        foreach (var vehicle in request.Vehicles.OrderBy(vehicle => vehicle.Id.Value, StringComparer.Ordinal))
        {
            Fields("vehicle", vehicle.Id, vehicle.Capacity.Cases.Count, vehicle.Capacity.Mass.Grams, vehicle.Capacity.Volume.Millilitres, vehicle.Shift,
                vehicle.MaxTrips, vehicle.FixedCost.MinorUnits, vehicle.CostPerKilometer.MinorUnits, vehicle.CostPerHour.MinorUnits, vehicle.InService);
        }

        var drops = Drop.Of(request);
        foreach (var drop in drops)
        {
            if (drop.DaysOverdue > 0)
                Fields("overdue", drop.DaysOverdue);
            Fields("drop", drop.Terminal.Id, string.Join(',', drop.Orders), drop.Load.Cases.Count, drop.Load.Mass.Grams, drop.Load.Volume.Millilitres,
                string.Join<TimeWindow>(',', drop.Windows), drop.IsClosed, drop.Service.Seconds, drop.Terminal.LargestVehicle?.Grams);
        }

        int[] points = [0, .. drops.Select(drop => drop.Point)];
        void Lengths(TravelMatrix travel)
        {
            foreach (var from in points)
            {
                var cells = points.Select(to => $"{travel.Seconds[(from * travel.Size) + to]}/{travel.Meters[(from * travel.Size) + to]}");
                Line(string.Join(' ', cells));
            }
        }

        Lengths(request.Travel);
        for (var slot = 0; slot < (request.TravelByTime?.SlotCount ?? 0); slot++)
        {
            Fields("slot", request.TravelByTime!.SlotStarts[slot].ToString("O", CultureInfo.InvariantCulture));
            Lengths(request.TravelByTime.Matrices[slot]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
