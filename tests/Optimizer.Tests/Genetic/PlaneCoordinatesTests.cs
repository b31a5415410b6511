using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class PlaneCoordinatesTests
{
    [Fact]
    public void Coordinates_OfPointsInAPlane_GiveTheirDistancesUpToOneFactor()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 40).Select(_ => (X: random.Next(100_000), Y: random.Next(40_000))).ToArray();
        int[] matrix = [.. points.SelectMany(a => points.Select(b => (int)Math.Round(double.Hypot(a.X - b.X, a.Y - b.Y))))];
        var data = new ProblemData(
            [new Depot()], [.. points.Skip(1).Select(_ => new Client { Demand = new Load(1) })], [new VehicleType { Capacity = new Load(99) }], matrix, matrix);

        var plane = new PlaneCoordinates(data);

        var factor = double.Hypot(plane.X[1] - plane.X[0], plane.Y[1] - plane.Y[0]) / matrix[1];
        for (var i = 0; i < 40; i++)
        {
            for (var j = 0; j < i; j++)
                (double.Hypot(plane.X[i] - plane.X[j], plane.Y[i] - plane.Y[j]) / factor).ShouldBe(matrix[(i * 40) + j], 50);
        }
    }

    [Fact]
    public void Angle_OnceRound_GrowsFromZeroToFour()
    {
        var angles = Enumerable.Range(0, 360).Select(degree => PlaneCoordinates.Angle(Math.Cos(degree * Math.PI / 180), Math.Sin(degree * Math.PI / 180))).ToArray();

        angles.ShouldBe(angles.Order());
        angles[0].ShouldBe(0);
        angles[90].ShouldBe(1, 1e-9);
        angles[359].ShouldBeInRange(3.9, 4);
    }
}
