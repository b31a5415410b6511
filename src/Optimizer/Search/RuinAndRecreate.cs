using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>One search: ruin a part, recreate it, keep the result by the rule of simulated annealing.</summary>
/// <remarks>
/// Algorithm: slack induction by string removals; local search on the first solution and on each new best one, in long searches with times on each candidate. Three route
/// sets, best, current and candidate, are kept alike by copying only the routes that an iteration touched, so an iteration costs as much as what it changes.
/// A later phase that has no vehicle to spare leaves shipments out at a price in between (<see cref="ShipmentPrices"/>), or it would not come from one way of sharing them out to another.
/// Source: Christiaens and Vanden Berghe (2020).
/// </remarks>
internal sealed class RuinAndRecreate : ISearch
{
    /// <summary>Temperatures as shares of the first solution's cost per stop.</summary>
    private const double HotShare = 1;
    private const double HotShareOfShipments = 3;
    private const double ColdShare = 0.01;

    /// <summary>With more stops on a route than this on average, what lies beside a change is tried again and not its whole route.</summary>
    private const int LongRoute = 20;

    /// <summary>Up to here this search only prepares others, as fleet reduction and the genetic search are, which lose by it.</summary>
    private const int FewClients = 500;

    private readonly SearchSpace space;
    private readonly ProblemData data;
    private readonly Xoshiro256 random;
    private readonly StringRemoval ruin;
    private readonly BlinkInsertion recreate;
    private readonly RouteSet candidate;
    private readonly RouteSet current;
    private readonly RouteSet best;
    private readonly NodeList absent;
    private readonly NodeList currentAbsent;
    private readonly VehicleSet touched;
    private readonly VehicleSet stale;
    private readonly CoolingSchedule cooling;
    private readonly ShipmentPrices? prices;
    private RouteImprovement? improvement;
    private long iteration;

    /// <param name="begin">The iterations that other phases of the search have done before.</param>
    public RuinAndRecreate(SearchSpace space, ulong seed, Solution? initial, long begin = 0)
    {
        iteration = begin;
        this.space = space;
        data = space.Data;
        random = new Xoshiro256(seed);
        ruin = new StringRemoval(data, space.Adjacency);
        recreate = new BlinkInsertion(data, space.Evaluator, space.Places);
        candidate = new RouteSet(data, space.Evaluator);
        current = new RouteSet(data, space.Evaluator);
        best = new RouteSet(data, space.Evaluator);
        absent = new NodeList(data.LocationCount);
        currentAbsent = new NodeList(data.LocationCount);
        touched = new VehicleSet(data.VehicleCount);
        stale = new VehicleSet(data.VehicleCount);
        if (initial is not null)
            candidate.Load(initial);
        for (var location = data.DepotCount; location < data.LocationCount; location++)
        {
            if (candidate.VehicleOf(location) < 0)
                absent.Add(location);
        }

        recreate.Recreate(candidate, random, absent, touched);
        improvement = RouteImprovement.Covers(data) ? new RouteImprovement(space) : null;
        if (improvement is not null)
        {
            improvement.Note(candidate.Used);
            improvement.Improve(candidate, candidate.Used, random, touched);
            improvement.Keep();
        }

        current.CopyAll(candidate);
        best.CopyAll(candidate);
        currentAbsent.CopyFrom(absent);
        long lengthCost = 0;
        foreach (var vehicle in current.Used)
            lengthCost += current.RouteOf(vehicle).Cost - space.Evaluator.FixedCost(data.TypeOfVehicle[vehicle]);
        TypicalLength = (double)lengthCost / Math.Max(1, current.ServedCount);
        cooling = new CoolingSchedule(TypicalLength * (data.HasShipments ? HotShareOfShipments : HotShare), TypicalLength * ColdShare, begin);
        // In a first phase a vehicle more is the way to pass.
        if (begin > 0 && ShipmentPrices.Covers(data) && currentAbsent.Count == 0 && current.UsedCount == data.VehicleCount)
            prices = new ShipmentPrices(data, TypicalLength);
    }

    public long BestCost => best.Cost;

    public Solution Best => best.ToSolution();

    public int BestUnserved => data.MostServed - best.ServedCount;

    /// <summary>What a stop of the first solution costs on average, without the fixed costs of vehicles.</summary>
    public double TypicalLength { get; }

    /// <param name="horizon">Over how many iterations the whole search cools.</param>
    public void Run(int iterations, long horizon)
    {
        if (data.ClientCount == 0)
            return;
        for (var i = 0; i < iterations; i++)
        {
            // A search of few iterations was asked to be quick; without times it gains as much from the more candidates that it tries instead.
            var polishes = data.IsTimed && horizon >= CoolingSchedule.ShortestWithQuench;
            Step(cooling.Temperature(iteration++, horizon), polishes);
        }
    }

    private void Step(double temperature, bool polishes)
    {
        touched.Clear();
        absent.CopyFrom(currentAbsent);
        ruin.Ruin(candidate, random, absent, touched);
        recreate.Recreate(candidate, random, absent, touched);
        var polished = polishes && improvement is { IsQuick: true };
        if (polished)
        {
            improvement!.Note(touched.Items);
            improvement.Improve(candidate, touched.Items, random, touched);
        }

        var now = CostOf(current, currentAbsent);
        var then = CostOf(candidate, absent);
        var allowed = now + (long)(temperature * LogTable.NegativeLog(random));
        if (then < allowed || then == now)
        {
            if (polished)
                improvement!.Keep();
            else
                improvement?.Note(touched.Items);
            Copy(candidate, current, touched);
            currentAbsent.CopyFrom(absent);
            stale.AddRange(touched.Items);
            if (current.Cost < best.Cost)
                KeepBest(polished);
        }
        else
        {
            Copy(current, candidate, touched);
            if (polished)
                improvement!.TakeBack(candidate, touched.Items);
        }

        prices?.Note(currentAbsent.Items);
    }

    private long CostOf(RouteSet set, NodeList leftOut) => prices is null ? set.Cost : set.RouteCost + prices.Of(leftOut.Items);

    /// <summary>Candidate and current are alike here and stay so.</summary>
    private void KeepBest(bool polished)
    {
        if (improvement is not null)
        {
            touched.Clear();
            improvement.Improve(candidate, candidate.Used, random, touched);
            improvement.Keep();
            Copy(candidate, current, touched);
            stale.AddRange(touched.Items);
            if (polished && data.ClientCount > FewClients && !improvement.IsByLinks && current.ServedCount > LongRoute * current.UsedCount)
                TurnToLinks();
        }

        Copy(current, best, stale);
        stale.Clear();
    }

    /// <summary>Not from the beginning: a first solution often has many more routes than those that the search comes to.</summary>
    private void TurnToLinks()
    {
        improvement = new RouteImprovement(space, byLinks: true);
        improvement.Note(current.Used);
    }

    private static void Copy(RouteSet from, RouteSet to, VehicleSet vehicles)
    {
        foreach (var vehicle in vehicles.Items)
            to.CopyRoute(from, vehicle);
        foreach (var vehicle in vehicles.Items)
            to.IndexRoute(vehicle);
    }
}
