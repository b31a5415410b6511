using System.Runtime.Intrinsics;

using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Mathematics;

public sealed class SharedMathTests
{
    private const int Samples = 60_000;

    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.5, 2, double.Epsilon, -double.Epsilon, 1e-310, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity, 709.78, 709.79, -708.4, -744.4, -745.14, -746, 2.2250738585072014e-308, Math.Sqrt(0.5), Math.Sqrt(2), 1e18, -1e19,
    ];

    [Fact]
    public void Exp_OverTheRange_IsWithinTwoUlpOfTheRuntime() =>
        Worst(Uniform(-708, 709), x => (SharedMath.Exp(x), Math.Exp(x))).ShouldBeLessThanOrEqualTo(2);

    [Fact]
    public void Log_OverTheRange_IsWithinTwoUlpOfTheRuntime()
    {
        Worst(Uniform(-1070, 1023).Select(x => Math.Pow(2, x)), x => (SharedMath.Log(x), Math.Log(x))).ShouldBeLessThanOrEqualTo(2);
        Worst(Uniform(0.5, 2), x => (SharedMath.Log(x), Math.Log(x))).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Pow_ModerateExponents_IsWithinFourUlpOfTheRuntime()
    {
        var exponents = Uniform(-64, 64).ToArray();
        var pairs = Uniform(-20, 20).Select((x, index) => (X: Math.Pow(2, x), Y: exponents[index]))
            .Where(pair => Math.Abs(pair.Y * Math.Log(pair.X)) <= 64);
        WorstPair(pairs).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Pow_WholeRange_IsWithinThirtyTwoUlpOfTheRuntime()
    {
        var exponents = Uniform(-2000, 2000).ToArray();
        var pairs = Uniform(-1, 1).Select((x, index) => (X: Math.Exp(x), Y: exponents[index]))
            .Where(pair => Math.Abs(pair.Y * Math.Log(pair.X)) is > 64 and < 700);
        WorstPair(pairs).ShouldBeLessThanOrEqualTo(32);
    }

    [Theory]
    [InlineData(0.0, 2.0)]
    [InlineData(0.0, -2.0)]
    [InlineData(5.0, 0.0)]
    [InlineData(double.PositiveInfinity, 1.5)]
    [InlineData(double.PositiveInfinity, -1.5)]
    [InlineData(1.0, 1e300)]
    [InlineData(2.0, 1e300)]
    [InlineData(0.5, 1e300)]
    [InlineData(-2.0, 0.5)]
    public void Pow_EndsOfTheDomain_AgreesWithTheRuntime(double x, double y) => SharedMath.Pow(x, y).ShouldBe(Math.Pow(x, y));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(800.0)]
    [InlineData(-800.0)]
    public void ExpAndLog_EndsOfTheDomain_AgreeWithTheRuntime(double x)
    {
        SharedMath.Log(x).ShouldBe(Math.Log(x));
        if (Math.Abs(x) != 1)
            SharedMath.Exp(x).ShouldBe(Math.Exp(x));
    }

    [Fact]
    public void Vector_AnyInput_HasTheSameBitsAsTheScalarForm()
    {
        var inputs = Special.Concat(Uniform(-760, 760).Take(10_000)).Concat(Uniform(-1074, 1024).Take(10_000).Select(x => Math.Pow(2, x))).ToArray();
        var results = new double[inputs.Length];
        SharedMathVector.Exp(inputs, results);
        ShouldBeBitEqual(results, inputs.Select(SharedMath.Exp));
        SharedMathVector.Log(inputs, results);
        ShouldBeBitEqual(results, inputs.Select(SharedMath.Log));
        foreach (var y in Special.Concat([0.34, -2, 2.72, 17.3]))
        {
            SharedMathVector.Pow(inputs, y, results);
            ShouldBeBitEqual(results, inputs.Select(x => SharedMath.Pow(x, y)));
        }
    }

    [Fact]
    public void Vector_FourLanes_AgreesWithTheSpanForm()
    {
        var lanes = Vector256.Create(0.25, 1, 7.5, 300);
        var powers = SharedMathVector.Pow(lanes, Vector256.Create(1.7));
        for (var lane = 0; lane < 4; lane++)
            powers[lane].ShouldBe(SharedMath.Pow(lanes[lane], 1.7));
    }

    /// <summary>ln n! as the plain sum of logarithms.</summary>
    [Fact]
    public void LogFactorial_UpToTenThousand_IsTheSumOfLogarithms()
    {
        var sum = 0.0;
        for (var n = 0; n <= 10_000; n++)
        {
            sum += n == 0 ? 0 : Math.Log(n);
            SharedMath.LogFactorial(n).ShouldBe(sum, 1e-12 * Math.Max(1, sum));
        }
    }

    private static IEnumerable<double> Uniform(double low, double high)
    {
        for (var index = 0; index < Samples; index++)
            yield return low + ((high - low) * Draw.Of(17, DrawPurpose.TerminalTaste, EntityKey.Of("math"), index).NextUniform());
    }

    private static long Worst(IEnumerable<double> inputs, Func<double, (double Ours, double Theirs)> evaluate) =>
        inputs.Max(x =>
        {
            var (ours, theirs) = evaluate(x);
            return Ulps(ours, theirs);
        });

    private static long WorstPair(IEnumerable<(double X, double Y)> pairs) =>
        pairs.Max(pair => Ulps(SharedMath.Pow(pair.X, pair.Y), Math.Pow(pair.X, pair.Y)));

    private static long Ulps(double a, double b) => Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    private static void ShouldBeBitEqual(double[] actual, IEnumerable<double> expected)
    {
        var index = 0;
        foreach (var value in expected)
        {
            var same = double.IsNaN(value)
                ? double.IsNaN(actual[index])
                : BitConverter.DoubleToInt64Bits(actual[index]) == BitConverter.DoubleToInt64Bits(value);
            same.ShouldBeTrue($"value {index}: {actual[index]:R} from lanes, {value:R} from the scalar form");
            index++;
        }
    }
}
