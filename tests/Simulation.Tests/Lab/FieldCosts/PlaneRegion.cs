using Territory.Model.Calendar;
using Territory.Model.Travel;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

/// <summary>Terminals of the plane, in kilometres, with straight roads at 30 km/h.</summary>
internal sealed record PlaneRegion(FieldPlaces Places, TravelMatrix Travel)
{
    private const double KilometersPerHour = 30;

    public static PlaneRegion Of(double[] east, double[] north)
    {
        var size = east.Length + 1;
        var (seconds, meters) = (new int[size * size], new int[size * size]);
        double[] x = [0, .. east];
        double[] y = [0, .. north];
        for (var from = 0; from < size; from++)
        {
            for (var to = 0; to < size; to++)
            {
                var kilometers = double.Hypot(x[from] - x[to], y[from] - y[to]);
                meters[(from * size) + to] = (int)Math.Round(1_000 * kilometers);
                seconds[(from * size) + to] = (int)Math.Round(3_600 * kilometers / KilometersPerHour);
            }
        }

        return new PlaneRegion(new FieldPlaces(east, north), new TravelMatrix(size, seconds, meters, "plane"));
    }

    /// <summary>Spread evenly over a square whose south-west corner lies at the given place.</summary>
    public static PlaneRegion Square(int terminals, double side, double west, double south)
    {
        var draw = Draw.At(1, DrawPurpose.KnownAnswer, EntityKey.Of("square region"), new SimDay(terminals));
        var (east, north) = (new double[terminals], new double[terminals]);
        for (var terminal = 0; terminal < terminals; terminal++)
            (east[terminal], north[terminal]) = (west + (side * draw.NextUniform()), south + (side * draw.NextUniform()));
        return Of(east, north);
    }

    /// <summary>Eight towns on a square of 20 km about the start.</summary>
    public static PlaneRegion Towns(int terminals)
    {
        var draw = Draw.At(1, DrawPurpose.KnownAnswer, EntityKey.Of("region of towns"), new SimDay(terminals));
        var centres = Enumerable.Range(0, 8).Select(_ => (X: (20 * draw.NextUniform()) - 10, Y: (20 * draw.NextUniform()) - 10)).ToArray();
        var (east, north) = (new double[terminals], new double[terminals]);
        for (var terminal = 0; terminal < terminals; terminal++)
        {
            var centre = centres[draw.NextInteger(centres.Length)];
            east[terminal] = centre.X + (0.8 * Normal.Sample(ref draw));
            north[terminal] = centre.Y + (0.8 * Normal.Sample(ref draw));
        }

        return Of(east, north);
    }

    public ExactFieldCosts Exact(int vehicleCases = 60, int daysAveraged = 8, long seed = 1) =>
        new(Places, Travel, Travel, vehicleCases, iterations: 400, daysAveraged, seed);
}
