using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Simulation.Lab.Scenarios.Travel;

/// <summary>Travel where no roads are given: the straight line with a detour, at one speed.</summary>
internal static class StraightTravel
{
    public static TravelMatrix Matrix(IReadOnlyList<GeoPoint> points, double kilometresPerHour, double detour)
    {
        var size = points.Count;
        var (seconds, meters) = (new int[size * size], new int[size * size]);
        for (var from = 0; from < size; from++)
        {
            for (var to = 0; to < from; to++)
            {
                var way = detour * points[from].MetersTo(points[to]);
                meters[(from * size) + to] = meters[(to * size) + from] = (int)Math.Round(way);
                seconds[(from * size) + to] = seconds[(to * size) + from] = (int)Math.Round(way * 3.6 / kilometresPerHour);
            }
        }

        return new TravelMatrix(size, seconds, meters, $"{TravelMatrix.StraightLinePrefix} {kilometresPerHour} km/h");
    }
}
