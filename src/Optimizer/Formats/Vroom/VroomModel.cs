using System.Globalization;
using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>A VROOM problem in the form of the engine. Client c is task c; equal vehicles are one type.</summary>
/// <remarks>
/// Costs are counted in parts of VROOM's unit, so that seconds, metres and fixed costs have whole prices. Where the only price is time on the road, and nothing limits
/// distance, time on the road stands for distance, which keeps plain problems within the reach of joined figures.
/// </remarks>
public sealed class VroomModel
{
    private const long UsualPerHour = 3_600;
    private const long SecondsTimesMetres = 3_600 * 1_000;

    private readonly VroomTravel travel;
    private readonly List<int> vehicleOrder = [];
    private readonly string[] profiles;
    private readonly bool drivesForDistance;
    private readonly int[] places;

    /// <summary>All amounts of the problem: more is never on board of a vehicle without a capacity.</summary>
    private readonly Load everything;

    /// <exception cref="InvalidInputException">The problem is refused; every fault is listed with its JSON path.</exception>
    public VroomModel(VroomInput input, string file, bool isPlan = false)
    {
        Input = input;
        IsPlan = isPlan;
        travel = new VroomTravel(input);
        Tasks = VroomTask.Of(input);
        new VroomRules(input, Tasks, travel, file).Require();
        Vehicles = input.Vehicles ?? [];
        Dimensions = Math.Max(Vehicles.Max(vehicle => vehicle.Capacity?.Count ?? 0), Tasks.Max(task => (int?)Math.Max(task.Delivery?.Count ?? 0, Math.Max(task.Pickup?.Count ?? 0, task.Amount?.Count ?? 0))) ?? 0);
        everything = Tasks.Aggregate(default(Load), (sum, task) => sum + ToLoad(task.Delivery) + ToLoad(task.Pickup) + ToLoad(task.Amount));
        profiles = [.. Vehicles.Select(vehicle => vehicle.Profile ?? "car").Distinct()];
        var taskPlaces = Tasks.Select(task => travel.Place(task.Step.LocationIndex, task.Step.Location) ?? 0).ToArray();
        var ends = Vehicles.Select(vehicle => (Start: travel.Place(vehicle.StartIndex, vehicle.Start), End: travel.Place(vehicle.EndIndex, vehicle.End))).ToArray();
        var depots = ends.SelectMany(pair => new[] { pair.Start ?? -1, pair.End ?? -1 }).Distinct().Order().ToArray();
        places = [.. depots, .. taskPlaces];
        drivesForDistance = profiles.Length == 1 && !travel.HasCosts(profiles[0])
            && Vehicles.All(vehicle => vehicle.Costs is not { PerKm: > 0 } && vehicle.Costs is not { PerTaskHour: > 0 } && vehicle.MaxDistance is null && vehicle.MaxTravelTime is null && Permille(vehicle) == Permille(Vehicles[0]));
        var unit = Vehicles.Aggregate(SecondsTimesMetres, (divisor, vehicle) => Divisor(divisor, vehicle));
        UnitsPerCost = SecondsTimesMetres / unit;
        var hasSetup = Tasks.Any(task => task.Step.Setup > 0 || task.Step.SetupPerType is not null);
        var types = Vehicles.Select((vehicle, v) => (Type: ToType(vehicle, depots, ends[v], unit), Number: v))
            .GroupBy(pair => Fingerprint(pair.Type, Vehicles[pair.Number])).ToArray();
        vehicleOrder.AddRange(types.SelectMany(group => group.Select(pair => pair.Number)));
        var typeNames = types.Select(group => Vehicles[group.First().Number].Type).ToArray();
        Data = new ProblemData(
            [.. depots.Select(place => new Depot { Place = hasSetup && place >= 0 ? place : null })],
            [.. Tasks.Select((task, c) => ToClient(task, typeNames, hasSetup ? taskPlaces[c] : null))],
            [.. types.Select(group => group.First().Type with { Count = group.Count() })],
            drivesForDistance ? Lengths(profiles[0], Duration) : Lengths(profiles[0], travel.Distance),
            drivesForDistance ? Lengths(profiles[0], Duration) : Lengths(profiles[0], travel.Duration),
            [.. Tasks.Select((task, c) => (task.Kind, task.Amount, c)).Where(item => item.Kind == "pickup").Select(item => new Shipment(item.c, item.c + 1, ToLoad(item.Amount)))],
            new ProblemRules
            {
                Profiles = drivesForDistance ? [] : [.. profiles.Select(profile => new TravelProfile(Lengths(profile, travel.Distance), Lengths(profile, travel.Duration))
                {
                    Prices = travel.HasCosts(profile) ? Lengths(profile, travel.Cost) : null,
                })],
            });
    }

    public VroomInput Input { get; }

    public ProblemData Data { get; }

    /// <summary>Whether the steps of the vehicles are to be evaluated as they are.</summary>
    public bool IsPlan { get; }

    /// <summary>How many units of the engine one unit of VROOM's cost is.</summary>
    public long UnitsPerCost { get; }

    /// <summary>How travel was estimated, where the file has no matrices.</summary>
    public string? Estimate => travel.IsEstimated ? VroomTravel.Estimate : null;

    internal VroomTask[] Tasks { get; }

    internal IReadOnlyList<VroomVehicle> Vehicles { get; }

    internal int Dimensions { get; }

    public bool HasSteps => Vehicles.Any(vehicle => vehicle.Steps is not null);

    /// <summary>The cost in VROOM's unit, rounded to the nearest.</summary>
    public long CostOf(long units) => (units + (UnitsPerCost / 2)) / UnitsPerCost;

    public long IdOf(int client) => Tasks[client].Id;

    public IEnumerable<long> IdsOf(IEnumerable<int> clients) => clients.Select(IdOf);

    public long VehicleIdOf(int vehicle) => VehicleOf(vehicle).Id ?? 0;

    internal VroomVehicle VehicleOf(int vehicle) => Vehicles[vehicleOrder[vehicle]];

    /// <summary>The given routes, breaks left out: the evaluator places them.</summary>
    public IReadOnlyList<PlanRoute> Steps() =>
    [
        .. Enumerable.Range(0, Data.VehicleCount).Where(vehicle => VehicleOf(vehicle).Steps is not null).Select(vehicle => new PlanRoute(
            vehicle,
            [[.. (VehicleOf(vehicle).Steps ?? []).Where(step => step.Type is "job" or "pickup" or "delivery").Select(step => Array.FindIndex(Tasks, task => task.Kind == step.Type && task.Id == step.Id))]]))
            .Where(route => route.Trips[0].Count > 0),
    ];

    /// <summary>The given routes as a solution to start from.</summary>
    /// <exception cref="InvalidInputException">They break a rule.</exception>
    public Solution? Initial()
    {
        if (!HasSteps)
            return null;
        var report = new PlanEvaluator(Data).Evaluate(Steps());
        if (!report.IsFeasible)
            throw new InvalidInputException([.. report.Violations.Select(violation => new Problem("vroom.steps", $"The given steps break a rule: {violation.Rule}, by {violation.Amount}.", Field: violation.Client is { } client ? Tasks[client].Path : "vehicles"))]);
        return Solution.Of(Data, [.. report.Routes.Select(ToRoute)]);
    }

    internal long? DistanceBetween(VroomVehicle vehicle, int from, int to)
    {
        var profile = vehicle.Profile ?? "car";
        return !travel.HasDistances(profile) ? null : places[from] < 0 || places[to] < 0 || !travel.HasRoad(profile, places[from], places[to]) ? 0 : travel.Distance(profile, places[from], places[to]);
    }

    private SolutionRoute ToRoute(RouteReport report)
    {
        var stops = report.Timetable.Where(entry => entry.Client is not null).ToArray();
        int[] clients = [.. stops.Select(stop => stop.Client ?? 0)];
        int[] windows = [.. stops.Select(stop => Data.Clients[stop.Client ?? 0].Windows.TakeWhile(window => window.Late < stop.Start).Count())];
        return new SolutionRoute(report.Vehicle, Data.TypeOfVehicle[report.Vehicle], [clients], [windows], report.Figures.Distance, report.Figures.Duration, report.Figures.Cost);
    }

    private long Divisor(long divisor, VroomVehicle vehicle)
    {
        var (perSecond, perService, perMetre) = Rates(vehicle);
        divisor = Gcd(Gcd(Gcd(divisor, perSecond), perService), perMetre);
        return Gcd(divisor, (vehicle.Costs?.Fixed ?? 0) * SecondsTimesMetres);
    }

    /// <summary>Prices of a second on the road, a second of work and a metre, in parts of a cost.</summary>
    private (long PerSecond, long PerService, long PerMetre) Rates(VroomVehicle vehicle)
    {
        var perHour = travel.HasCosts(vehicle.Profile ?? "car") ? 0 : vehicle.Costs?.PerHour ?? UsualPerHour;
        return (perHour * 1_000, (vehicle.Costs?.PerTaskHour ?? 0) * 1_000, (vehicle.Costs?.PerKm ?? 0) * 3_600);
    }

    private VehicleType ToType(VroomVehicle vehicle, int[] depots, (int? Start, int? End) ends, long unit)
    {
        var (perSecond, perService, perMetre) = Rates(vehicle);
        var shift = vehicle.TimeWindow is [var early, var late] && !IsPlan ? new Interval(early, late) : new Interval(vehicle.TimeWindow?[0] ?? 0, vehicle.TimeWindow?[1] ?? Interval.Unbounded);
        return new VehicleType
        {
            Capacity = vehicle.Capacity is { } capacity ? ToLoad(capacity) : everything,
            StartDepot = Array.IndexOf(depots, ends.Start ?? -1),
            EndDepot = Array.IndexOf(depots, ends.End ?? -1),
            Start = shift,
            LatestEnd = shift.Late,
            FixedCost = (vehicle.Costs?.Fixed ?? 0) * (SecondsTimesMetres / unit),
            CostPerDistance = drivesForDistance ? perSecond / unit : perMetre / unit,
            CostPerDriving = drivesForDistance ? 0 : perSecond / unit,
            CostPerService = perService / unit,
            CostPerPrice = SecondsTimesMetres / unit,
            MaxDistance = vehicle.MaxDistance ?? Interval.Unbounded,
            MaxDriving = vehicle.MaxTravelTime ?? Interval.Unbounded,
            MaxStops = vehicle.MaxTasks ?? int.MaxValue,
            Skills = [.. (vehicle.Skills ?? []).Distinct().Order()],
            Profile = drivesForDistance ? 0 : 1 + Array.IndexOf(profiles, vehicle.Profile ?? "car"),
            SpeedPermille = drivesForDistance ? 1_000 : Permille(vehicle),
            Breaks = [.. BreaksOf(vehicle).Select(ToBreak)],
        };
    }

    internal static IEnumerable<VroomBreak> BreaksOf(VroomVehicle vehicle) =>
        (vehicle.Breaks ?? []).OrderBy(pause => pause.TimeWindows?[0][0] ?? 0).ThenBy(pause => pause.TimeWindows?[^1][1] ?? long.MaxValue);

    private static Break ToBreak(VroomBreak pause) => new()
    {
        Duration = pause.Service,
        Windows = Windows(pause.TimeWindows),
        MaxLoad = pause.MaxLoad is { } load ? ToLoad(load) : null,
        IsObligatory = true,
    };

    private Client ToClient(VroomTask task, string?[] typeNames, int? place)
    {
        IReadOnlyList<long>? ByType(IReadOnlyDictionary<string, long>? figures, long otherwise) =>
            figures is null ? null : [.. typeNames.Select(name => name is not null && figures.TryGetValue(name, out var figure) ? figure : otherwise)];
        return new Client
        {
            Demand = ToLoad(task.Delivery),
            Pickup = ToLoad(task.Pickup),
            Windows = IsPlan ? Forced(task) : Windows(task.Step.TimeWindows),
            ServiceDuration = task.Step.Service,
            ServiceByType = ByType(task.Step.ServicePerType, task.Step.Service),
            SetupDuration = task.Step.Setup,
            SetupByType = ByType(task.Step.SetupPerType, task.Step.Setup),
            Place = place,
            Priority = task.Priority,
            Skills = task.Skills.Count > 0 ? new SkillRule { All = task.Skills } : null,
        };
    }

    /// <summary>The windows of a task in plan mode: what its step forces, within its own windows where both can be kept.</summary>
    private IReadOnlyList<Interval> Forced(VroomTask task)
    {
        var own = Windows(task.Step.TimeWindows);
        var step = Vehicles.SelectMany(vehicle => vehicle.Steps ?? []).FirstOrDefault(step => step.Type == task.Kind && step.Id == task.Id);
        if (step is null || (step.ServiceAt ?? step.ServiceAfter ?? step.ServiceBefore) is null)
            return own;
        var forced = new Interval(Math.Max(0, step.ServiceAt ?? step.ServiceAfter ?? 0), step.ServiceAt ?? step.ServiceBefore ?? Interval.Unbounded);
        var kept = own.Select(window => new Interval(Math.Max(window.Early, forced.Early), Math.Min(window.Late, forced.Late))).Where(window => !window.IsEmpty).ToArray();
        return kept.Length > 0 ? kept : [forced];
    }

    internal static IReadOnlyList<Interval> Windows(IReadOnlyList<IReadOnlyList<long>>? windows) =>
        windows is null ? [Interval.Always] : [.. windows.Select(window => new Interval(window[0], window[1]))];

    private long Duration(string profile, int from, int to)
    {
        var permille = Permille(Vehicles[0]);
        return ((travel.Duration(profile, from, to) * 1_000) + (permille / 2)) / permille;
    }

    /// <summary>Two digits after the decimal point are respected, as VROOM says.</summary>
    internal static int Permille(VroomVehicle vehicle) => (int)Math.Round((vehicle.SpeedFactor ?? 1) * 100) * 10;

    private ArcLengths Lengths(string profile, Func<string, int, int, long> length)
    {
        // An estimate between so many places is computed each time; open routes have lengths that are no straight lines.
        if (travel.IsEstimated && places.Length > InstanceProblem.MostMatrixStops && places.All(place => place >= 0))
            return travel.Estimated(places, drivesForDistance || length == travel.Duration).AtSpeed(drivesForDistance ? Permille(Vehicles[0]) : 1_000);
        if (places.Length > ArcLengths.MostMatrixLocations)
            throw new InvalidInputException(new Problem("vroom.size", $"Tasks and the starts and ends of vehicles are at most {ArcLengths.MostMatrixLocations} where routes are open or there are matrices.", Value: places.Length.ToString(CultureInfo.InvariantCulture)));
        var cells = new int[places.Length * places.Length];
        for (int from = 0, cell = 0; from < places.Length; from++)
        {
            for (var to = 0; to < places.Length; to++, cell++)
                cells[cell] = places[from] < 0 || places[to] < 0 ? 0 : travel.HasRoad(profile, places[from], places[to]) ? (int)length(profile, places[from], places[to]) : ProblemData.NoRoad;
        }

        return ArcLengths.OfMatrix(cells, places.Length);
    }

    private static Load ToLoad(IReadOnlyList<long>? figures) => figures is null ? default
        : new Load(figures.Count > 0 ? figures[0] : 0, figures.Count > 1 ? figures[1] : 0, figures.Count > 2 ? figures[2] : 0);

    /// <summary>Vehicles with one fingerprint are alike in all that the plan depends on.</summary>
    private static string Fingerprint(VehicleType type, VroomVehicle vehicle) => string.Join('|',
        string.Create(CultureInfo.InvariantCulture, $"{type.Capacity} {type.StartDepot} {type.EndDepot} {type.Start} {type.FixedCost} {type.CostPerDistance} {type.CostPerDriving} {type.CostPerService}"),
        string.Create(CultureInfo.InvariantCulture, $"{type.MaxDistance} {type.MaxDriving} {type.MaxStops} {type.Profile} {type.SpeedPermille} {string.Join(',', type.Skills)}"),
        vehicle.Type,
        string.Join(';', type.Breaks.Select(pause => string.Create(CultureInfo.InvariantCulture, $"{pause.Duration} {pause.MaxLoad} {string.Join(',', pause.Windows)}"))));

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
