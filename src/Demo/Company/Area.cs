using Territory.Demo.Geography;

namespace Territory.Demo.Company;

/// <summary>A rectangle of the plane in metres and the outlets in it.</summary>
internal sealed record Area(double West, double South, double East, double North, IReadOnlyList<Spot> Spots)
{
    public int Workload => Spots.Sum(spot => spot.Workload);

    public PlanePoint Middle => new(Spots.Average(spot => spot.At.East), Spots.Average(spot => spot.At.North));
}
