using Territory.Model.Calendar;
using Territory.Optimizer.Routing;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Routing;

/// <summary>A delivery problem small enough to try everything: one depot, equal vehicles, loads, service times and windows, distance to be least.</summary>
/// <param name="Lengths">Between places, the depot first, row by row; also the travel times.</param>
/// <param name="Demands">Of the stops.</param>
/// <param name="Windows">For the start of service at each stop.</param>
public sealed record SmallDelivery(
    int Stops, int[] Lengths, int[] Demands, Interval[] Windows, int ServiceTime, int Capacity, int Vehicles, int Horizon)
{
    /// <summary>
    /// Places on a square of 100, windows of 60 to 180 that can be reached, loads of 1 to 9, room for about half of the stops in a vehicle, and
    /// a vehicle for every stop, so that there always is a plan.
    /// </summary>
    public static SmallDelivery At(long seed, int number, int stops)
    {
        const int horizon = 800;
        var draw = Draw.At(seed, DrawPurpose.KnownAnswer, EntityKey.Of("small delivery"), new SimDay(stops), number);
        var places = new (int X, int Y)[stops + 1];
        for (var place = 0; place <= stops; place++)
            places[place] = (draw.NextInteger(100), draw.NextInteger(100));
        var lengths = places.SelectMany(a => places.Select(b => (int)Math.Round(double.Hypot(a.X - b.X, a.Y - b.Y)))).ToArray();
        var demands = new int[stops];
        var windows = new Interval[stops];
        for (var stop = 0; stop < stops; stop++)
        {
            demands[stop] = 1 + draw.NextInteger(9);
            var early = lengths[stop + 1] + draw.NextInteger(300);
            windows[stop] = new Interval(early, early + 60 + draw.NextInteger(120));
        }

        return new SmallDelivery(stops, lengths, demands, windows, 5, Math.Max(9, demands.Sum() / 2), stops, horizon);
    }

    /// <summary>The same problem as the optimiser reads it.</summary>
    public ProblemData ToProblem() => new(
        [new Depot()],
        [.. Enumerable.Range(0, Stops).Select(stop => new Client { Demand = new Load(Demands[stop]), Windows = [Windows[stop]], ServiceDuration = ServiceTime })],
        [new VehicleType { Capacity = new Load(Capacity), Count = Vehicles, LatestEnd = Horizon }],
        Lengths,
        Lengths);
}
