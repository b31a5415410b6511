using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Problems on points of the plane whose distances are a function of coordinates or, for the same points, a matrix.</summary>
internal static class Scatter
{
    /// <param name="width">Coordinates are from 0 to this; 0 puts all points on a line.</param>
    public static ProblemData Of(int clients, int seed, bool asMatrix, int width = 1_000, bool isTimed = false, double scale = 1, LengthRounding rounding = LengthRounding.Nearest)
    {
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, clients + 1).Select(_ => (double)random.Next(0, width + 1))];
        double[] y = [.. Enumerable.Range(0, clients + 1).Select(_ => random.Next(0, 10_000) / 10.0)];
        var lengths = ArcLengths.OfCoordinates(x, y, scale, rounding);
        lengths = asMatrix ? lengths.ToMatrix() : lengths;
        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, clients).Select(_ => ToClient(random, isTimed))],
            [new VehicleType { Capacity = new Load(100), Count = clients }],
            lengths,
            lengths);
    }

    private static Client ToClient(Random random, bool isTimed)
    {
        var client = new Client { Demand = new Load(random.Next(1, 21)) };
        // Late enough to be reached from the depot.
        var early = random.Next(1_500, 5_000);
        return isTimed ? client with { ServiceDuration = 10, Windows = [new Interval(early, early + random.Next(200, 2_000))] } : client;
    }
}
