using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Mathematics;

/// <summary>Four values at a time: <see cref="SharedMath"/> with the same operations in the same order, and so the same bits.</summary>
/// <remarks>
/// The branches of the scalar form are computed for all lanes and selected at the end. Without 256-bit hardware the runtime does the same
/// lane by lane. Spans are handled in fours and the rest by the scalar form.
/// </remarks>
public static class SharedMathVector
{
    public static void Exp(ReadOnlySpan<double> x, Span<double> result)
    {
        var index = 0;
        for (; index <= x.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            Exp(Vector256.Create(x[index..])).CopyTo(result[index..]);
        for (; index < x.Length; index++)
            result[index] = SharedMath.Exp(x[index]);
    }

    public static void Log(ReadOnlySpan<double> x, Span<double> result)
    {
        var index = 0;
        for (; index <= x.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            Log(Vector256.Create(x[index..])).CopyTo(result[index..]);
        for (; index < x.Length; index++)
            result[index] = SharedMath.Log(x[index]);
    }

    public static void Pow(ReadOnlySpan<double> x, double y, Span<double> result)
    {
        var index = 0;
        for (; index <= x.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            Pow(Vector256.Create(x[index..]), Vector256.Create(y)).CopyTo(result[index..]);
        for (; index < x.Length; index++)
            result[index] = SharedMath.Pow(x[index], y);
    }

    public static Vector256<double> Exp(Vector256<double> x)
    {
        var large = Vector256.Create(SharedMath.LargestExponent);
        var small = Vector256.Create(SharedMath.SmallestExponent);
        // Lanes outside the range are computed on a bound and replaced afterwards.
        var inside = Vector256.ConditionalSelect(Vector256.GreaterThan(x, large), large, x);
        inside = Vector256.ConditionalSelect(Vector256.LessThan(inside, small), small, inside);
        inside = Vector256.ConditionalSelect(Vector256.Equals(inside, inside), inside, Vector256<double>.Zero);

        var k = Vector256.Floor((inside * SharedMath.InverseLn2) + Vector256.Create(0.5));
        var r = (inside - (k * SharedMath.Ln2High)) - (k * SharedMath.Ln2Low);
        var y = ExpOfRest(r);
        var whole = Vector256.ConvertToInt64(k);
        var half = Vector256.ShiftRightArithmetic(whole, 1);
        var bias = Vector256.Create(1023L);
        y = y * Vector256.ShiftLeft(half + bias, 52).AsDouble() * Vector256.ShiftLeft(whole - half + bias, 52).AsDouble();

        y = Vector256.ConditionalSelect(Vector256.GreaterThan(x, large), Vector256.Create(double.PositiveInfinity), y);
        y = Vector256.ConditionalSelect(Vector256.LessThan(x, small), Vector256<double>.Zero, y);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), y, x);
    }

    /// <summary><see cref="Exp(Vector256{double})"/> from -700 to 0, where one factor of 2^k suffices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        var k = Vector256.Floor((x * SharedMath.InverseLn2) + Vector256.Create(0.5));
        var r = (x - (k * SharedMath.Ln2High)) - (k * SharedMath.Ln2Low);
        // 2^52 + 2^51 + k holds k, negative too, in its last places.
        var whole = (k + Vector256.Create(6755399441055744.0)).AsInt64() - Vector256.Create(0x4338_0000_0000_0000L);
        return ExpOfRest(r) * Vector256.ShiftLeft(whole + Vector256.Create(1023L), 52).AsDouble();
    }

    /// <summary>e^r of what is left of an exponent when the powers of 2 are taken out: at most half of ln 2 either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpOfRest(Vector256<double> r)
    {
        var q = Vector256.Create(1.0 / 6227020800);
        q = (q * r) + Vector256.Create(1.0 / 479001600);
        q = (q * r) + Vector256.Create(1.0 / 39916800);
        q = (q * r) + Vector256.Create(1.0 / 3628800);
        q = (q * r) + Vector256.Create(1.0 / 362880);
        q = (q * r) + Vector256.Create(1.0 / 40320);
        q = (q * r) + Vector256.Create(1.0 / 5040);
        q = (q * r) + Vector256.Create(1.0 / 720);
        q = (q * r) + Vector256.Create(1.0 / 120);
        q = (q * r) + Vector256.Create(1.0 / 24);
        q = (q * r) + Vector256.Create(1.0 / 6);
        q = (q * r) + Vector256.Create(0.5);
        return Vector256<double>.One + (r + (r * r * q));
    }

    public static Vector256<double> Log(Vector256<double> x)
    {
        var (k, f) = Reduce(x);
        var s = f / (Vector256.Create(2.0) + f);
        var halfSquare = Vector256.Create(0.5) * f * f;
        var y = (k * SharedMath.Ln2High) + (f - (halfSquare - ((s * (halfSquare + Series(s * s))) + (k * SharedMath.Ln2Low))));

        var zero = Vector256<double>.Zero;
        var infinity = Vector256.Create(double.PositiveInfinity);
        y = Vector256.ConditionalSelect(Vector256.Equals(x, infinity), infinity, y);
        y = Vector256.ConditionalSelect(Vector256.Equals(x, zero), -infinity, y);
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, zero), y, Vector256.Create(double.NaN));
    }

    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        var limited = Vector256.ConditionalSelect(
            Vector256.GreaterThan(y, Vector256.Create(-SharedMath.LargestPower)), y, Vector256.Create(-SharedMath.LargestPower));
        limited = Vector256.ConditionalSelect(
            Vector256.LessThan(limited, Vector256.Create(SharedMath.LargestPower)), limited, Vector256.Create(SharedMath.LargestPower));
        var (k, f) = Reduce(x);
        var d = Vector256.Create(2.0) + f;
        var dLow = f - (d - Vector256.Create(2.0));
        var s = f / d;
        var (product, error) = Multiply(s, d);
        var sLow = (((f - product) - error) - (s * dLow)) / d;
        var low = (Vector256.Create(2.0) * sLow) + (s * Series(s * s)) + (k * SharedMath.Ln2Low);
        var kLn2 = k * SharedMath.Ln2High;
        var twoS = Vector256.Create(2.0) * s;
        var sum = kLn2 + twoS;
        var part = sum - kLn2;
        low += (kLn2 - (sum - part)) + (twoS - part);

        var (power, powerLow) = Multiply(sum, limited);
        powerLow += limited * low;
        var total = power + powerLow;
        var rest = powerLow - (total - power);
        var exp = Exp(total);
        var result = Vector256.ConditionalSelect(
            Vector256.Equals(exp, Vector256<double>.Zero) | Vector256.Equals(exp, Vector256.Create(double.PositiveInfinity)),
            exp,
            exp + (exp * rest));
        return OutsidePowDomain(x, y, result);
    }

    /// <summary>The scalar form's first lines, for the lanes that need them.</summary>
    private static Vector256<double> OutsidePowDomain(Vector256<double> x, Vector256<double> y, Vector256<double> result)
    {
        var zero = Vector256<double>.Zero;
        var infinity = Vector256.Create(double.PositiveInfinity);
        var isEnd = Vector256.Equals(x, zero) | Vector256.Equals(x, infinity);
        var grows = Vector256.Equals(Vector256.GreaterThan(x, zero).AsInt64(), Vector256.GreaterThan(y, zero).AsInt64()).AsDouble();
        result = Vector256.ConditionalSelect(isEnd, Vector256.ConditionalSelect(grows, infinity, zero), result);
        result = Vector256.ConditionalSelect(Vector256.LessThan(x, zero), Vector256.Create(double.NaN), result);
        result = Vector256.ConditionalSelect(Vector256.Equals(y, zero), Vector256<double>.One, result);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x) & Vector256.Equals(y, y), result, Vector256.Create(double.NaN));
    }

    private static Vector256<double> Series(Vector256<double> z)
    {
        var r = Vector256.Create(2.0 / 23);
        r = (r * z) + Vector256.Create(2.0 / 21);
        r = (r * z) + Vector256.Create(2.0 / 19);
        r = (r * z) + Vector256.Create(2.0 / 17);
        r = (r * z) + Vector256.Create(2.0 / 15);
        r = (r * z) + Vector256.Create(2.0 / 13);
        r = (r * z) + Vector256.Create(2.0 / 11);
        r = (r * z) + Vector256.Create(2.0 / 9);
        r = (r * z) + Vector256.Create(2.0 / 7);
        r = (r * z) + Vector256.Create(2.0 / 5);
        r = (r * z) + Vector256.Create(2.0 / 3);
        return r * z;
    }

    private static (Vector256<double> K, Vector256<double> F) Reduce(Vector256<double> x)
    {
        var isSubnormal = Vector256.LessThan(x, Vector256.Create(SharedMath.SmallestNormal));
        x = Vector256.ConditionalSelect(isSubnormal, x * SharedMath.TwoTo54, x);
        var shift = Vector256.ConditionalSelect(isSubnormal, Vector256.Create(54.0), Vector256<double>.Zero);
        var bits = x.AsInt64();
        var k = Vector256.ShiftRightArithmetic(bits - Vector256.Create(SharedMath.HalfRootBits), 52);
        return (Vector256.ConvertToDouble(k) - shift, (bits - Vector256.ShiftLeft(k, 52)).AsDouble() - Vector256<double>.One);
    }

    private static (Vector256<double> Product, Vector256<double> Error) Multiply(Vector256<double> a, Vector256<double> b)
    {
        var product = a * b;
        var scaledA = a * SharedMath.DekkerSplitter;
        var highA = scaledA - (scaledA - a);
        var lowA = a - highA;
        var scaledB = b * SharedMath.DekkerSplitter;
        var highB = scaledB - (scaledB - b);
        var lowB = b - highB;
        return (product, (((highA * highB) - product) + (highA * lowB) + (lowA * highB)) + (lowA * lowB));
    }
}
