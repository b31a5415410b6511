using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Tiny problems with every feature of the model, each present or not by chance.</summary>
internal static class RichProblem
{
    private const int Horizon = 160;

    /// <param name="hasGaps">Whether a road is missing now and then.</param>
    /// <param name="clients">Without shipments; with two or more, the last two may be one.</param>
    /// <param name="hasSlots">Whether the roads of the first kind of vehicle, and now and then of the second, take longer at some hours, each by its own measure, or are closed.</param>
    public static ProblemData Of(int seed, int clients = 5, bool hasGaps = true, bool hasSlots = false)
    {
        var random = new Random(seed);
        var locations = clients + 2;
        var hasTimes = random.Next(4) > 0;
        bool Some(int oneIn = 4) => random.Next(oneIn) == 0;
        var isSoft = Some(3);
        var hasBreaks = hasTimes && Some(2);
        var isShipped = Some(3);
        var hasPickups = Some(3);
        VehicleType TypeOf(int index) => new()
        {
            Capacity = new Load(random.Next(12, 25), random.Next(12, 25)),
            Count = 1 + random.Next(index == 0 ? 2 : 1),
            StartDepot = random.Next(2),
            EndDepot = random.Next(2),
            Start = hasTimes ? new Interval(random.Next(20), 20 + random.Next(40)) : Interval.Always,
            LatestEnd = hasTimes ? 100 + random.Next(Horizon - 100) : Interval.Unbounded,
            MaxDuration = hasTimes && Some() ? 90 + random.Next(50) : Interval.Unbounded,
            MaxTrips = Some() ? 2 : 1,
            ReloadDuration = hasTimes ? random.Next(6) : 0,
            FixedCost = random.Next(60),
            CostPerDistance = random.Next(3),
            CostPerDuration = hasTimes ? random.Next(3) : 0,
            CostPerDriving = random.Next(2),
            CostPerService = random.Next(2),
            CostPerStop = random.Next(8),
            RegularDuration = 60,
            OvertimeCostPerDuration = hasTimes && Some() ? 3 : 0,
            MaxDistance = Some() ? 110 : Interval.Unbounded,
            MaxDriving = Some() ? 120 : Interval.Unbounded,
            MaxStops = Some() ? 3 : int.MaxValue,
            Skills = [.. Enumerable.Range(0, 3).Where(_ => Some(2))],
            Profile = random.Next(2),
            SpeedPermille = Some() ? 800 : 1_000,
            SpeedPeriods = hasTimes && !hasBreaks && Some(2) ? [new SpeedPeriod(30, 500), new SpeedPeriod(60, 1_000)] : [],
            Breaks = hasBreaks ? [.. Enumerable.Range(0, 1 + random.Next(2)).Select(i => BreakOf(random, i))] : [],
            DeliversBeforePickups = Some(2),
        };
        Client ClientOf(int index)
        {
            var isStopOfShipment = isShipped && index >= clients - 2;
            var early = random.Next(60);
            return new Client
            {
                Demand = isStopOfShipment ? default : new Load(random.Next(7), random.Next(7)),
                Pickup = hasPickups && !isStopOfShipment ? new Load(random.Next(5), random.Next(5)) : default,
                Windows = !hasTimes ? [Interval.Always] : Some(3) ? [new Interval(early, early + 15), new Interval(early + 30, early + 80)] : [new Interval(early, early + 20 + random.Next(60))],
                ServiceDuration = random.Next(6),
                SetupDuration = random.Next(4),
                ServiceByType = Some() ? [random.Next(6), random.Next(6)] : null,
                SetupByType = Some() ? [random.Next(4), random.Next(4)] : null,
                Place = Some(2) ? 0 : null,
                Release = hasTimes && Some() ? random.Next(30) : 0,
                Due = hasTimes && Some() ? 70 + random.Next(70) : Interval.Unbounded,
                IsRequired = isShipped || random.Next(3) > 0,
                Prize = random.Next(120),
                Priority = Some() ? random.Next(3) : 0,
                Skills = Some() ? new SkillRule { All = [random.Next(3)] } : Some() ? new SkillRule { AnyOf = [0, 1], NoneOf = [2] } : null,
                SoftWindow = hasTimes && isSoft && Some(2) ? new SoftWindow(new Interval(early + 5, early + 15), hasBreaks ? 0 : random.Next(3), random.Next(3)) : null,
                Vehicle = index > 1 && Some(6) ? random.Next(2) : null,
                Position = Some(8) ? (StopPosition)random.Next(3) : StopPosition.Any,
                Planned = Some() ? new PlannedVisit(random.Next(2), random.Next(40), hasTimes && !hasBreaks && Some(2) ? random.Next(80) : null, random.Next(3)) : null,
                Territory = Some(3) ? null : random.Next(2),
            };
        }

        ArcLengths Matrix() => ArcLengths.OfMatrix(
            [.. Enumerable.Range(0, locations * locations).Select(cell => cell % (locations + 1) == 0 ? 0 : hasGaps && Some(40) ? ProblemData.NoRoad : random.Next(1, 40))], locations);
        var last = Enumerable.Range(clients - 2, 2).ToArray();
        var rules = new ProblemRules
        {
            Profiles = [Slotted(new TravelProfile(Matrix(), Matrix()) { Prices = Some(2) ? Matrix() : null }, hasSlots ? new Random(seed) : null)],
            Relations = Some(2) ? [new Relation((RelationKind)random.Next(4), [0, 1])] : [],
            Alternatives = !isShipped && Some() ? [[clients - 2, clients - 1]] : [],
            Balance = Some(3) ? new BalanceRule((BalancedFigure)random.Next(3), 3, 2) : null,
            CostPerFurtherTerritory = random.Next(20),
        };
        Client[] stops = [.. Enumerable.Range(0, clients).Select(ClientOf)];
        VehicleType[] types = [TypeOf(0), TypeOf(1)];
        if (hasSlots)
            types = [types[0] with { Profile = 1, SpeedPeriods = [] }, types[1].Profile == 1 ? types[1] with { SpeedPeriods = [] } : types[1]];
        return new ProblemData(
            [new Depot(new Interval(0, hasTimes ? 90 : Interval.Unbounded)), new Depot()],
            [.. WithoutContradictions(stops, types, isShipped)],
            types,
            Matrix(),
            Matrix(),
            isShipped ? [new Shipment(last[0], last[1], new Load(random.Next(9), random.Next(9)))] : null,
            rules);
    }

    /// <summary>Locks to a vehicle that may not come, of a shipment to two vehicles, or of two stops to one end of a day would be refused.</summary>
    private static IEnumerable<Client> WithoutContradictions(Client[] clients, VehicleType[] types, bool isShipped)
    {
        var ends = new HashSet<(int?, StopPosition)>();
        for (var c = 0; c < clients.Length; c++)
        {
            var client = clients[c];
            var isSplit = isShipped && c == clients.Length - 1 && clients[^2].Vehicle is not null && clients[^2].Vehicle != client.Vehicle;
            if (client.Vehicle is { } vehicle && (isSplit || client.Skills?.Allows(types[vehicle < types[0].Count ? 0 : 1].Skills) == false))
                client = client with { Vehicle = null };
            yield return client.Vehicle is not null && client.Position != StopPosition.Any && !ends.Add((client.Vehicle, client.Position)) ? client with { Position = StopPosition.Any } : client;
        }
    }

    /// <summary>The same roads with two to four slots, each of which takes every road one to three times as long, or closes it for its time.</summary>
    private static TravelProfile Slotted(TravelProfile roads, Random? random)
    {
        if (random is null)
            return roads;
        var slots = new List<TravelSlot>();
        var count = random.Next(2, 5);
        for (var slot = 0; slot < count; slot++)
        {
            var isLast = slot == count - 1;
            var cells = roads.Durations.Matrix.Select(cell => cell is 0 or ProblemData.NoRoad ? cell : !isLast && random.Next(12) == 0 ? ProblemData.NoRoad : cell * random.Next(2, 7) / 2);
            slots.Add(new TravelSlot(slot == 0 ? 0 : slots[^1].From + random.Next(5, 45), ArcLengths.OfMatrix([.. cells], roads.Durations.LocationCount)));
        }

        return TravelProfile.OfSlots(roads.Distances, slots) with { Prices = roads.Prices };
    }

    private static Break BreakOf(Random random, int index)
    {
        var early = 20 + (30 * index) + random.Next(30);
        return new Break
        {
            Duration = 1 + random.Next(8),
            Windows = random.Next(2) == 0 ? [Interval.Always] : [new Interval(early, early + 10), new Interval(early + 20, early + 40)],
            MaxWorkBefore = random.Next(2) == 0 ? 30 + random.Next(40) : Interval.Unbounded,
            MaxLoad = random.Next(4) == 0 ? new Load(8, 8) : null,
            IsObligatory = random.Next(3) == 0,
        };
    }
}
