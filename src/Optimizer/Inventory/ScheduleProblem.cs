using Territory.Model.Ids;
using Territory.Model.Vehicles;
using Territory.Optimizer.Calendars;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Inventory;

/// <summary>A schedule request as an inventory problem: outlet i of <see cref="Outlets"/> is customer i, slot v of <see cref="Slots"/> vehicle v, day t after the first period t.</summary>
/// <remarks>
/// Stock is counted in cases of all products together. Of a product only what the horizon can sell counts as stock, so that a shelf full of what does not sell hides no shortage: without deliveries the cases short at the
/// end of the horizon are exactly the products' own. Sales of fractions of a case a day become whole cases by rounding what has been sold up to each day. Costs are in hundredths of a minor unit.
/// </remarks>
internal sealed class ScheduleProblem
{
    public const long PartsPerMinorUnit = 100;

    private const int DaysAYear = 365;

    private readonly ScheduleRequest request;
    private readonly SalesMix mix;

    public ScheduleProblem(ScheduleRequest request)
    {
        this.request = request;
        mix = new SalesMix(request.Products, request.Outlets);
        var known = Enumerable.Range(0, request.Outlets.Count).OrderBy(outlet => request.Outlets[outlet].Terminal.Id.Value, StringComparer.Ordinal).ToArray();
        Points = [.. known.Where(outlet => DailyCases(request.Outlets[outlet]) > 0).Select(outlet => outlet + 1)];
        Outlets = [.. Points.Select(point => request.Outlets[point - 1])];
        WithoutSales = [.. known.Select(outlet => request.Outlets[outlet]).Where(outlet => DailyCases(outlet) <= 0).Select(outlet => outlet.Terminal.Id)];
        Slots = [.. request.Vehicles.Where(vehicle => vehicle.InService && ShiftSeconds(vehicle) > 0).OrderBy(vehicle => vehicle.Id.Value, StringComparer.Ordinal).SelectMany(SlotsOf)];
        if (Outlets.Count > 0 && Slots.Count > 0)
        {
            Data = new InventoryProblem(
                request.Policy, Supplier(), [.. Outlets.Select(Customer)], [.. Slots.Select(Vehicle)], Lengths(ArcCost()), Lengths(cell => request.Travel.Seconds[cell]),
                request.Distributor.UnloadingTimePerCase.Seconds);
        }
    }

    public IReadOnlyList<OutletStock> Outlets { get; }

    /// <summary>Of each outlet in the travel matrix.</summary>
    public IReadOnlyList<int> Points { get; }

    public IReadOnlyList<TripSlot> Slots { get; }

    public IReadOnlyList<TerminalId> WithoutSales { get; }

    /// <summary>Null where there is nobody to serve or nothing to drive.</summary>
    public InventoryProblem? Data { get; }

    public long StockOutPartsPerCase => request.StockOutCostPerCase is { } cost ? cost.MinorUnits * PartsPerMinorUnit : (long)Math.Round(mix.RetailPriceMinorUnits * PartsPerMinorUnit);

    /// <summary>An outlet as the search sees it.</summary>
    public InventoryCustomer Customer(OutletStock outlet)
    {
        var daily = DailyCases(outlet);
        var stock = outlet.Products.Sum(line => Math.Min(line.Stock.Count + line.OnOrder.Count, line.MeanDailySales * request.Days) * mix.CasesPerUnit[line.Product]);
        var most = outlet.Capacity?.Count ?? Math.Max(1, (int)Math.Ceiling(daily * request.CoverDays));
        return new InventoryCustomer
        {
            StartingStock = (int)Math.Round(stock, MidpointRounding.AwayFromZero),
            Maximum = most,
            Consumption = [.. Enumerable.Range(0, request.Days).Select(day => SoldBy(daily, day + 1) - SoldBy(daily, day))],
            HoldingCost = (long)Math.Round(mix.TerminalPriceMinorUnits * PartsPerMinorUnit * ScheduleRequest.DefaultHoldingShare / DaysAYear),
            ShortageCost = StockOutPartsPerCase,
            OpenPeriods = [.. Enumerable.Range(0, request.Days).Select(day => CanReceive(outlet, request.From.AddDays(day)))],
            AllowedVehicles = [.. Slots.Select(slot => outlet.Terminal.LargestVehicle is not { } largest || slot.Vehicle.Capacity.Mass <= largest)],
            ServiceDuration = request.Distributor.UnloadingTimePerStop.Seconds,
        };
    }

    private static int SoldBy(double daily, int days) => (int)Math.Round(daily * days, MidpointRounding.AwayFromZero);

    private double DailyCases(OutletStock outlet) => outlet.Products.Sum(line => line.MeanDailySales * mix.CasesPerUnit[line.Product]);

    private bool CanReceive(OutletStock outlet, DateOnly date) =>
        request.Region.Calendar.IsWorkingDay(date)
        && ServiceHours.Of(outlet.Terminal, date).Any(hours => outlet.Terminal.DeliveryWindow is not { } window || !hours.Intersect(window).IsEmpty);

    private InventorySupplier Supplier()
    {
        var sold = Outlets.Sum(DailyCases);
        return new InventorySupplier
        {
            StartingStock = request.DepotStock?.Count ?? (Outlets.Count * (long)InventoryInspection.LargestLevel),
            Arrivals = [.. Enumerable.Range(0, request.Days).Select(day => (long)SoldBy(sold, day + 1) - SoldBy(sold, day))],
        };
    }

    /// <summary>Several trips share the shift where each outlet can be reached within a share of it.</summary>
    private IEnumerable<TripSlot> SlotsOf(VehicleFile vehicle)
    {
        var farthest = Points.Where(IsReachable).Select(point => request.Travel.Seconds[point] + request.Travel.Seconds[point * request.Travel.Size]).DefaultIfEmpty(0).Max();
        var trips = Math.Max(1, vehicle.MaxTrips);
        while (trips > 1 && SecondsPerTrip(vehicle, trips) < farthest + request.Distributor.UnloadingTimePerStop.Seconds + request.Distributor.UnloadingTimePerCase.Seconds)
            trips--;
        return Enumerable.Range(1, trips).Select(trip => new TripSlot(vehicle, trip, trips));
    }

    private InventoryVehicle Vehicle(TripSlot slot) => new()
    {
        Capacity = (int)Math.Min(
            slot.Vehicle.Capacity.Cases.Count,
            Math.Min(Fitting(slot.Vehicle.Capacity.Mass.Grams, mix.Grams), Fitting(slot.Vehicle.Capacity.Volume.Millilitres, mix.Millilitres))),
        FixedCost = slot.Vehicle.FixedCost.MinorUnits * PartsPerMinorUnit / slot.Trips,
        MaxDuration = SecondsPerTrip(slot.Vehicle, slot.Trips),
    };

    private static double Fitting(double capacity, double each) => each <= 0 ? int.MaxValue : Math.Floor(capacity / each);

    private long ShiftSeconds(VehicleFile vehicle)
    {
        var shift = vehicle.Shift.Intersect(request.Distributor.DepotHours);
        return shift.IsEmpty ? 0 : vehicle.Shift.End.Seconds - shift.Start.Seconds;
    }

    private long SecondsPerTrip(VehicleFile vehicle, int trips) => Math.Max(0, (ShiftSeconds(vehicle) - ((trips - 1) * (long)request.Distributor.LoadingTime.Seconds)) / trips);

    private bool IsReachable(int point) => request.Travel.IsReachable(0, point) && request.Travel.IsReachable(point, 0);

    /// <summary>What an arc costs: kilometres and hours at the fleet's mean rates; metres where vehicles cost nothing.</summary>
    private Func<int, int> ArcCost()
    {
        if (!Slots.Any(slot => slot.Vehicle.CostPerKilometer.MinorUnits > 0 || slot.Vehicle.CostPerHour.MinorUnits > 0))
            return cell => request.Travel.Meters[cell];
        var perMeter = PartsPerMinorUnit * Slots.Average(slot => slot.Vehicle.CostPerKilometer.MinorUnits) / 1_000;
        var perSecond = PartsPerMinorUnit * Slots.Average(slot => slot.Vehicle.CostPerHour.MinorUnits) / 3_600;
        return cell => (int)Math.Min(ProblemData.LargestEntry, Math.Round((perMeter * request.Travel.Meters[cell]) + (perSecond * request.Travel.Seconds[cell])));
    }

    private ArcLengths Lengths(Func<int, int> lengthOfCell)
    {
        int[] points = [0, .. Points];
        var cells = new int[points.Length * points.Length];
        for (int i = 0, cell = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++, cell++)
            {
                cells[cell] = i == j ? 0
                    : request.Travel.IsReachable(points[i], points[j]) ? lengthOfCell((points[i] * request.Travel.Size) + points[j]) : ProblemData.NoRoad;
            }
        }

        return ArcLengths.OfMatrix(cells, points.Length);
    }
}
