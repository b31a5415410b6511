using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>The search where a vehicle costs more than all roads: a short ruin and recreate, then fleet reduction, then the shortest routes for the vehicles found.</summary>
/// <remarks>
/// The first two phases are shares of the horizon. Fleet reduction ends early when no solution can use fewer vehicles, and the last phase begins then.
/// Of one vehicle type, that one works on a problem that has no more vehicles and no price for them, so that any search of lengths will do and none of the vehicles saved is lost again.
/// </remarks>
internal sealed class VehiclesFirstSearch : ISearch
{
    /// <summary>One part in so many of the horizon is for the first phase: more than its quench.</summary>
    private const long FirstParts = 10;

    /// <summary>At most one part in so many of the horizon is for fleet reduction.</summary>
    private const long FleetParts = 4;

    /// <summary>The temperature of fleet reduction in parts of the length of a stop.</summary>
    private const double HeatShare = 0.3;

    /// <summary>Steps of fleet reduction in an iteration where the other phases make a local search in each: without one they are that much quicker.</summary>
    private const int QuickSteps = 4;

    private readonly SearchSpace space;
    private readonly Func<SearchSpace, ulong, Solution, long, ISearch> searchOfLengths;
    private readonly ulong fleetSeed;
    private readonly ulong lastSeed;
    private readonly RuinAndRecreate first;
    private readonly int fleetSteps;
    private FleetReduction? fleet;
    private CappedFleet? capped;
    private ISearch? last;
    private Solution? best;
    private long lastCost;
    private long iteration;

    /// <param name="searchOfLengths">Makes the search of the last phase from its problem, a seed, a solution and the iterations done before.</param>
    public VehiclesFirstSearch(SearchSpace space, ulong seed, Solution? initial, Func<SearchSpace, ulong, Solution, long, ISearch> searchOfLengths)
    {
        this.space = space;
        this.searchOfLengths = searchOfLengths;
        var seeds = seed;
        fleetSeed = Xoshiro256.SplitMix(ref seeds);
        lastSeed = Xoshiro256.SplitMix(ref seeds);
        first = new RuinAndRecreate(space, seed, initial);
        fleetSteps = RouteImprovement.Covers(space.Data) ? QuickSteps : 1;
    }

    public long BestCost => best?.Cost ?? first.BestCost;

    public int BestUnserved => best?.Unserved.Count ?? first.BestUnserved;

    public Solution Best => best ?? first.Best;

    public void Run(int iterations, long horizon)
    {
        for (var left = iterations; left > 0;)
        {
            Advance(horizon);
            // The last phase counts its rounds itself.
            var granted = last is null ? 1 : left;
            if (last is not null)
                last.Run(granted, horizon);
            else if (fleet is not null)
                fleet.Run(fleetSteps);
            else
                first.Run(granted, horizon);
            left -= granted;
            iteration += granted;
        }

        if (last is null)
            best = fleet?.Fewest;
        else if (best is null || last.BestCost != lastCost)
            (best, lastCost) = (capped?.InWhole(last.Best) ?? last.Best, last.BestCost);
    }

    private static long FirstPhase(long horizon) => horizon / FirstParts;

    private void Advance(long horizon)
    {
        // With stops that nobody can take there is no fleet to make smaller.
        if (last is not null || iteration < FirstPhase(horizon) || first.BestUnserved > 0)
            return;
        fleet ??= new FleetReduction(space, fleetSeed, first.Best, first.TypicalLength * HeatShare);
        if (!fleet.IsDone && iteration < FirstPhase(horizon) + (horizon / FleetParts))
            return;
        best = null;
        // Which of several types a vehicle is may still have to change.
        if (space.Data.VehicleTypes.Count > 1)
        {
            last = new RuinAndRecreate(space, lastSeed, fleet.Fewest, iteration);
            return;
        }

        capped = new CappedFleet(space.Data, fleet.Fewest);
        last = searchOfLengths(new SearchSpace(capped.Data), lastSeed, capped.Start, iteration);
    }
}
