using Territory.Optimizer.Routing;

namespace Territory.Solver.Benchmarks;

/// <summary>Days of 300 stops and 25 vehicles as a dispatcher has them, made from a seed: whole seconds from midnight and lengths of ten metres.</summary>
internal static class RichDays
{
    private const int Stops = 300;
    private const int Vehicles = 25;
    private const int Shipments = 6;
    private const int Hour = 3_600;
    private static readonly Interval Lunch = new(11 * Hour, (13 * Hour) + (Hour / 2));

    /// <summary>Two sizes of vans with a lunch break, paid hours and overtime, rush hours, half of the stops with windows and a third with wishes, skills, relations and shipments.</summary>
    public static ProblemData Dispatch(int seed)
    {
        var random = new Random(seed);
        var (lengths, durations) = Roads(random);
        VehicleType Van(int count, int cases, int[] skills) => new()
        {
            Capacity = new Load(cases, cases * 20),
            Count = count,
            Start = new Interval(6 * Hour, 9 * Hour),
            LatestEnd = 19 * Hour,
            FixedCost = 10_000,
            CostPerDistance = 2,
            CostPerDuration = 1,
            RegularDuration = 8 * Hour,
            OvertimeCostPerDuration = 1,
            Skills = skills,
            SpeedPeriods = [new SpeedPeriod(7 * Hour, 600), new SpeedPeriod(9 * Hour, 900), new SpeedPeriod(17 * Hour, 600), new SpeedPeriod((18 * Hour) + (Hour / 2), 1_000)],
            Breaks = [new Break { Duration = Hour / 2, Windows = [Lunch] }],
        };
        Client ClientOf(int index)
        {
            var isOfShipment = index >= Stops - (2 * Shipments);
            var early = random.Next(7, 15) * Hour;
            var cases = random.Next(1, 16);
            return new Client
            {
                Demand = isOfShipment ? default : new Load(cases, cases * random.Next(12, 24)),
                ServiceDuration = 300 + (20 * cases),
                Windows = !isOfShipment && random.Next(2) == 0 ? [new Interval(early, early + random.Next(2, 5) * Hour)] : [new Interval(6 * Hour, 18 * Hour)],
                SoftWindow = random.Next(3) == 0 ? new SoftWindow(new Interval(early, early + Hour), random.Next(2), 1) : null,
                Skills = random.Next(10) == 0 ? new SkillRule { All = [1] } : null,
            };
        }

        var relations = Enumerable.Range(0, 8).Select(i => new Relation((RelationKind)(i % 4), [3 * i, (3 * i) + 1]));
        var shipments = Enumerable.Range(0, Shipments).Select(i => new Shipment(Stops - (2 * i) - 2, Stops - (2 * i) - 1, new Load(random.Next(1, 10), 100)));
        return new ProblemData(
            [new Depot()], [.. Enumerable.Range(0, Stops).Select(ClientOf)], [Van(15, 100, []), Van(10, 160, [1])], lengths, durations, [.. shipments], new ProblemRules { Relations = [.. relations] });
    }

    /// <summary>As VROOM has it: each vehicle a type of its own that is paid by time alone, with a break and skills; stops with priorities, more of them than fit.</summary>
    public static ProblemData VroomLike(int seed)
    {
        var random = new Random(seed);
        var (lengths, durations) = Roads(random);
        var vehicles = Enumerable.Range(0, Vehicles).Select(i => new VehicleType
        {
            Capacity = new Load(90),
            Start = new Interval(7 * Hour, 16 * Hour),
            LatestEnd = 16 * Hour,
            CostPerDistance = 0,
            CostPerDuration = 1,
            Skills = [.. Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0)],
            Breaks = [new Break { Duration = Hour / 2, Windows = [Lunch], IsObligatory = true }],
        });
        Client ClientOf()
        {
            var early = random.Next(7, 13) * Hour;
            return new Client
            {
                Demand = new Load(random.Next(1, 16)),
                ServiceDuration = random.Next(300, 900),
                Windows = random.Next(2) == 0 ? [new Interval(early, early + random.Next(2, 5) * Hour)] : [Interval.Always],
                Priority = random.Next(101),
                Skills = random.Next(5) == 0 ? new SkillRule { All = [random.Next(3)] } : null,
            };
        }

        return new ProblemData([new Depot()], [.. Enumerable.Range(0, Stops).Select(_ => ClientOf())], [.. vehicles], lengths, durations);
    }

    /// <summary>A third of the stops anywhere in a square of 40 km, the others in ten towns; 11 m/s on roads that are no straight lines.</summary>
    private static (int[] Lengths, int[] Durations) Roads(Random random)
    {
        var towns = Enumerable.Range(0, 10).Select(_ => (X: random.Next(4_000), Y: random.Next(4_000))).ToArray();
        var points = new List<(int X, int Y)> { (2_000, 1_500) };
        for (var i = 0; i < Stops; i++)
        {
            var town = towns[random.Next(towns.Length)];
            points.Add(random.Next(3) == 0 ? (random.Next(4_000), random.Next(4_000)) : (town.X + random.Next(-300, 301), town.Y + random.Next(-300, 301)));
        }

        var lengths = points.SelectMany(a => points.Select(b => (int)(1.3 * double.Hypot(a.X - b.X, a.Y - b.Y)))).ToArray();
        return (lengths, [.. lengths.Select(length => length * 10 / 11)]);
    }
}
