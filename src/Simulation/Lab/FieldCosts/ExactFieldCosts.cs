using Territory.Model.Travel;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>Field costs as the optimiser plans them over the very terminals and roads: what a day takes at small scale, and what approximations are fitted to.</summary>
/// <remarks>
/// Least drive time; iterations limit each plan and never a clock, so that a day's costs are a function of its terminals. A drop of more than a vehicle holds
/// goes out in full loads first. Asked by counts alone it averages over days drawn with them, which takes as many plans.
/// </remarks>
public sealed class ExactFieldCosts : IFieldCosts
{
    private readonly FieldPlaces places;
    private readonly TravelMatrix repTravel;
    private readonly TravelMatrix vehicleTravel;
    private readonly int vehicleCases;
    private readonly SolveOptions options;
    private readonly int daysAveraged;

    /// <param name="repTravel">Point 0 is the start, point i + 1 is terminal i.</param>
    /// <param name="vehicleTravel">Point 0 is the depot, point i + 1 is terminal i.</param>
    /// <param name="vehicleCases">What a vehicle holds.</param>
    /// <param name="daysAveraged">How many days are drawn where only counts are given.</param>
    /// <exception cref="ArgumentException">A matrix is not over the start and the terminals, or a terminal has no road to it or from it.</exception>
    public ExactFieldCosts(
        FieldPlaces places, TravelMatrix repTravel, TravelMatrix vehicleTravel, int vehicleCases, long iterations = 1_000, int daysAveraged = 8, long seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vehicleCases);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(daysAveraged);
        Inspect(places, repTravel, nameof(repTravel));
        Inspect(places, vehicleTravel, nameof(vehicleTravel));
        (this.places, this.repTravel, this.vehicleTravel, this.vehicleCases, this.daysAveraged) = (places, repTravel, vehicleTravel, vehicleCases, daysAveraged);
        options = new SolveOptions { Seed = seed, Iterations = iterations };
    }

    public int VehicleCases => vehicleCases;

    public FieldDay Visits(int visits, int areaTerminals) =>
        visits == 0 ? default : Mean(visits, areaTerminals, day => Visits(day.Terminals, areaTerminals));

    public FieldDay Deliveries(int drops, int cases, int areaTerminals) =>
        drops == 0 ? default : Mean(drops, areaTerminals, day => Deliveries(day.Terminals, Spread(cases, drops), areaTerminals));

    public FieldDay Visits(ReadOnlySpan<int> terminals, int areaTerminals)
    {
        if (terminals.IsEmpty)
            return default;
        var points = Points(terminals);
        return Planned(repTravel, points, [.. points.Skip(1).Select(_ => 1)], points.Length, vehicles: 1);
    }

    public FieldDay Deliveries(ReadOnlySpan<int> terminals, ReadOnlySpan<int> cases, int areaTerminals)
    {
        if (terminals.Length != cases.Length)
            throw new ArgumentException($"Each drop has its cases; got {terminals.Length} drops and {cases.Length} amounts.");
        if (terminals.IsEmpty)
            return default;
        var casesOf = new Dictionary<int, int>();
        for (var drop = 0; drop < terminals.Length; drop++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cases[drop], nameof(cases));
            casesOf[terminals[drop] + 1] = cases[drop];
        }

        var full = default(FieldDay);
        var left = new List<int> { 0 };
        foreach (var point in Points(terminals).Skip(1))
        {
            var loads = casesOf[point] / vehicleCases;
            full = Sum(full, Scaled(OutAndBack(point), loads));
            casesOf[point] -= loads * vehicleCases;
            if (casesOf[point] > 0 || loads == 0)
                left.Add(point);
        }

        return left.Count == 1
            ? full
            : Sum(full, Planned(vehicleTravel, [.. left], [.. left.Skip(1).Select(point => casesOf[point])], vehicleCases, vehicles: left.Count - 1));
    }

    private FieldDay Planned(TravelMatrix travel, int[] points, int[] loads, int capacity, int vehicles)
    {
        var seconds = new int[points.Length * points.Length];
        for (var from = 0; from < points.Length; from++)
        {
            for (var to = 0; to < points.Length; to++)
            {
                var value = travel.Seconds[(points[from] * travel.Size) + points[to]];
                seconds[(from * points.Length) + to] = value == TravelMatrix.Unreachable ? ProblemData.NoRoad : value;
            }
        }

        var data = new ProblemData(
            [new Depot()],
            [.. loads.Select(load => new Client { Demand = new Load(load) })],
            [new VehicleType { Capacity = new Load(capacity), Count = vehicles }],
            seconds,
            seconds);
        var best = new TerritorySolver().Solve(data, options, null, CancellationToken.None).Best;
        if (best.Unserved.Count > 0)
            throw new InvalidOperationException($"The plan of a field day leaves {best.Unserved.Count} of {loads.Length} stops out though vehicles suffice for all.");
        var day = default(FieldDay);
        foreach (var trip in best.Routes.SelectMany(route => route.Trips).Where(trip => trip.Count > 0))
        {
            var from = 0;
            foreach (var to in trip.Select(client => points[client + 1]).Append(0))
            {
                day = Sum(day, Leg(travel, from, to));
                from = to;
            }

            day = day with { Trips = day.Trips + 1 };
        }

        return day;
    }

    private FieldDay OutAndBack(int point) => Sum(Leg(vehicleTravel, 0, point), Leg(vehicleTravel, point, 0)) with { Trips = 1 };

    private FieldDay Mean(int stops, int areaTerminals, Func<SampledDay, FieldDay> costOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stops);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stops, places.Count);
        var sampling = new FieldDaySampling(daysAveraged, stops, stops);
        var area = Math.Clamp(areaTerminals, stops, places.Count);
        var sum = default(FieldDay);
        for (var number = 0; number < daysAveraged; number++)
            sum = Sum(sum, costOf(sampling.Draw(places, stops, area, number)));
        return new FieldDay(sum.DriveMinutes / daysAveraged, sum.Kilometers / daysAveraged, (int)Math.Round((double)sum.Trips / daysAveraged));
    }

    /// <summary>As evenly as whole cases go.</summary>
    private static int[] Spread(int cases, int drops) =>
        [.. Enumerable.Range(0, drops).Select(drop => (cases / drops) + (drop < cases % drops ? 1 : 0))];

    private int[] Points(ReadOnlySpan<int> terminals)
    {
        var points = new int[terminals.Length + 1];
        for (var index = 0; index < terminals.Length; index++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)terminals[index], (uint)places.Count, nameof(terminals));
            points[index + 1] = terminals[index] + 1;
        }

        Array.Sort(points);
        for (var index = 1; index < points.Length; index++)
        {
            if (points[index] == points[index - 1])
                throw new ArgumentException($"Terminal {points[index] - 1} is given twice.", nameof(terminals));
        }

        return points;
    }

    private static FieldDay Leg(TravelMatrix travel, int from, int to)
    {
        var cell = (from * travel.Size) + to;
        return new FieldDay(travel.Seconds[cell] / 60.0, travel.Meters[cell] / 1_000.0, 0);
    }

    private static FieldDay Sum(FieldDay a, FieldDay b) => new(a.DriveMinutes + b.DriveMinutes, a.Kilometers + b.Kilometers, a.Trips + b.Trips);

    private static FieldDay Scaled(FieldDay day, int times) => new(day.DriveMinutes * times, day.Kilometers * times, day.Trips * times);

    private static void Inspect(FieldPlaces places, TravelMatrix travel, string name)
    {
        if (travel.Size != places.Count + 1)
            throw new ArgumentException($"The matrix must be over the start and {places.Count} terminals; it has {travel.Size} points.", name);
        for (var terminal = 0; terminal < places.Count; terminal++)
        {
            if (!travel.IsReachable(0, terminal + 1) || !travel.IsReachable(terminal + 1, 0))
                throw new ArgumentException($"No road leads to terminal {terminal} and back; leave it out of the region or move it to a road.", name);
        }
    }
}
