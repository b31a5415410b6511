using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Routing;

public sealed class ArcLengthsTests
{
    [Theory]
    [InlineData(RoundingRule.Nearest)]
    [InlineData(RoundingRule.Dimacs)]
    [InlineData(RoundingRule.Exact)]
    public void Between_FunctionOfCoordinates_EqualsTheMatrixAndTheChecker(RoundingRule rounding)
    {
        var small = Instance(60, rounding);
        var large = small with { Stops = [.. small.Stops, .. Enumerable.Repeat(small.Stops[1], InstanceProblem.MostMatrixStops)] };
        var (matrix, function) = (new InstanceProblem(small).Data, new InstanceProblem(large).Data);

        matrix.Distances.IsFunction.ShouldBeFalse();
        function.Distances.IsFunction.ShouldBeTrue();
        for (var i = 0; i <= 60; i++)
        {
            for (var j = 0; j <= 60; j++)
            {
                function.DistanceBetween(i, j).ShouldBe(matrix.DistanceBetween(i, j));
                function.DurationBetween(i, j).ShouldBe(matrix.DurationBetween(i, j));
                if (rounding != RoundingRule.Exact)
                    function.DistanceBetween(i, j).ShouldBe((int)small.Leg(i, j));
                else
                    Math.Abs((function.DistanceBetween(i, j) / 10_000.0) - small.Leg(i, j)).ShouldBeLessThanOrEqualTo(0.5 / 10_000 * 1.000001);
            }
        }
    }

    [Fact]
    public void Between_Rounding_GoesWhereItSays()
    {
        // A right triangle of sides 1 and 1: the diagonal is 1.4142..., in tenths 14.142...; 3, 4, 5 is whole and stays so.
        int Length(double x, double y, double scale, LengthRounding rounding) => ArcLengths.OfCoordinates([0, x], [0, y], scale, rounding).Between(0, 1);

        Length(1, 1, 10, LengthRounding.Nearest).ShouldBe(14);
        Length(1, 1, 10, LengthRounding.Down).ShouldBe(14);
        Length(1, 1, 10, LengthRounding.Up).ShouldBe(15);
        Length(1.5, 0, 1, LengthRounding.Nearest).ShouldBe(2);
        Length(1.9, 0, 1, LengthRounding.Down).ShouldBe(1);
        Length(3, 4, 10, LengthRounding.Up).ShouldBe(50);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1_300)]
    public void DurationsOf_AnotherSpeed_StayAFunctionAndEqualTheMatrix(int permille)
    {
        double[] x = [0, 3, 10, 77.5, 12];
        double[] y = [0, 4, 1, 3.5, 90];
        var lengths = ArcLengths.OfCoordinates(x, y, 10, LengthRounding.Nearest);
        ProblemData Of(ArcLengths roads) => new([new Depot()], [.. x.Skip(1).Select(_ => new Client { Demand = new Load(1) })], [new VehicleType { Capacity = new Load(9), SpeedPermille = permille }], roads, roads);

        var (function, matrix) = (Of(lengths).DurationsOf(0), Of(lengths.ToMatrix()).DurationsOf(0));

        function.IsFunction.ShouldBeTrue();
        matrix.IsFunction.ShouldBeFalse();
        function.Longest.ShouldBeGreaterThanOrEqualTo(matrix.Longest);
        for (var from = 0; from < x.Length; from++)
        {
            for (var to = 0; to < x.Length; to++)
            {
                function.Between(from, to).ShouldBe(matrix.Between(from, to));
                // Twice as long at half the speed.
                function.Between(from, to).ShouldBe((int)(((lengths.Between(from, to) * 1_000L) + (permille / 2)) / permille));
            }
        }
    }

    [Fact]
    public void ToMatrix_OfMoreCellsThanAnArrayHas_IsRefusedByName()
    {
        var places = new double[46_341];

        Should.Throw<InvalidOperationException>(() => ArcLengths.OfCoordinates(places, places, 1, LengthRounding.Nearest).ToMatrix()).Message.ShouldContain("46341");
    }

    [Fact]
    public void IsSymmetric_OneLengthThatDiffersOnTheWayBack_IsSeen()
    {
        const int Places = 150;
        var lengths = Enumerable.Range(0, Places * Places).Select(cell => Math.Abs((cell / Places) - (cell % Places))).ToArray();
        ArcLengths.OfMatrix([.. lengths], Places).IsSymmetric.ShouldBeTrue();
        foreach (var (from, to) in new[] { (0, 149), (149, 0), (64, 63), (70, 66) })
        {
            var odd = lengths.ToArray();
            odd[(from * Places) + to]++;
            ArcLengths.OfMatrix(odd, Places).IsSymmetric.ShouldBeFalse();
        }
    }

    private static RoutingInstance Instance(int clients, RoundingRule rounding)
    {
        var random = new Random(11);
        return new RoutingInstance
        {
            Name = "scatter",
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = true,
            Rounding = rounding,
            Fleets = [new InstanceFleet(null, 10)],
            Stops = [.. Enumerable.Range(0, clients + 1).Select(_ => new InstanceStop(random.Next(0, 10_000) / 10.0, random.Next(0, 1_000), 1, 0, 10_000, 5))],
        };
    }
}
