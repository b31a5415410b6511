namespace Territory.Simulation.Mathematics;

/// <summary>The exponential, logarithm and power of every market rule: the same bits on every machine, one value or four at a time.</summary>
/// <remarks>
/// Only additions, subtractions, multiplications, divisions and bit operations in a fixed order, never fused, so that the scalar and the
/// vector form (<see cref="SharedMathVector"/>) agree to the bit.
/// Exp: x = k ln 2 + r with |r| at most half of ln 2, Taylor series of degree 13. Within 1 ulp.
/// Log: x = 2^k (1 + f) with 1 + f in [sqrt 1/2, sqrt 2), 2 artanh(f / (2 + f)) as a series. Within 1 ulp.
/// Pow: the logarithm as a sum of two doubles, so that the error does not grow with the exponent as exp(y log x) would.
/// Source: the reductions are standard (Cody and Waite 1980; Muller: "Elementary Functions", 2016); products of two doubles after Dekker 1971.
/// </remarks>
public static class SharedMath
{
    internal const double InverseLn2 = 1.4426950408889634;

    /// <summary>ln 2 to 33 bits, so that its product with an exponent is exact; and the rest.</summary>
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;
    internal const double LargestExponent = 709.782712893384;
    internal const double SmallestExponent = -745.1332191019412;
    internal const double SmallestNormal = 2.2250738585072014e-308;
    internal const double TwoTo54 = 18014398509481984.0;
    internal const double DekkerSplitter = 134217729.0;
    internal const double LargestPower = 1e18;

    /// <summary>The bits of sqrt 1/2, cut to the upper half; subtracting them makes the exponent change at sqrt 1/2 instead of at 1.</summary>
    internal const long HalfRootBits = 0x3FE6_A09E_0000_0000;

    private const double HalfLogTwoPi = 0.91893853320467274178;

    private static readonly double[] LogFactorials = TabulateLogFactorials();

    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > LargestExponent)
            return double.PositiveInfinity;
        if (x < SmallestExponent)
            return 0;
        var k = Math.Floor((x * InverseLn2) + 0.5);
        var r = (x - (k * Ln2High)) - (k * Ln2Low);
        var q = 1.0 / 6227020800;
        q = (q * r) + (1.0 / 479001600);
        q = (q * r) + (1.0 / 39916800);
        q = (q * r) + (1.0 / 3628800);
        q = (q * r) + (1.0 / 362880);
        q = (q * r) + (1.0 / 40320);
        q = (q * r) + (1.0 / 5040);
        q = (q * r) + (1.0 / 720);
        q = (q * r) + (1.0 / 120);
        q = (q * r) + (1.0 / 24);
        q = (q * r) + (1.0 / 6);
        q = (q * r) + 0.5;
        var y = 1 + (r + (r * r * q));
        // Two factors, because 2^k itself may be subnormal or too large.
        var whole = (long)k;
        var half = whole >> 1;
        return y * BitConverter.Int64BitsToDouble((half + 1023) << 52) * BitConverter.Int64BitsToDouble((whole - half + 1023) << 52);
    }

    /// <summary>The natural logarithm; minus infinity at 0, not a number below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
            return OutsideLogDomain(x);
        var (k, f) = Reduce(x);
        var s = f / (2 + f);
        var halfSquare = 0.5 * f * f;
        return (k * Ln2High) + (f - (halfSquare - ((s * (halfSquare + Series(s * s))) + (k * Ln2Low))));
    }

    /// <summary>x to the power y for x of at least 0; not a number below. Within 4 ulp while |y ln x| is at most 64, and 32 ulp anywhere.</summary>
    public static double Pow(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        if (y == 0)
            return 1;
        if (!(x > 0) || double.IsPositiveInfinity(x))
            return x < 0 ? double.NaN : (x > 0) == (y > 0) ? double.PositiveInfinity : 0;
        y = Math.Min(Math.Max(y, -LargestPower), LargestPower);
        var (k, f) = Reduce(x);

        // s = f / (2 + f) as high + low.
        var d = 2 + f;
        var dLow = f - (d - 2);
        var s = f / d;
        var (product, error) = Multiply(s, d);
        var sLow = (((f - product) - error) - (s * dLow)) / d;
        var low = (2 * sLow) + (s * Series(s * s)) + (k * Ln2Low);

        // ln x = sum + low, with the error of the sum carried.
        var kLn2 = k * Ln2High;
        var twoS = 2 * s;
        var sum = kLn2 + twoS;
        var part = sum - kLn2;
        low += (kLn2 - (sum - part)) + (twoS - part);

        var (power, powerLow) = Multiply(sum, y);
        powerLow += y * low;
        var total = power + powerLow;
        var rest = powerLow - (total - power);
        var result = Exp(total);
        return result is 0 or double.PositiveInfinity ? result : result + (result * rest);
    }

    /// <summary>ln n!, exact products up to 20! and Stirling's series above; within 1e-14 relative.</summary>
    public static double LogFactorial(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return n < LogFactorials.Length ? LogFactorials[n] : Stirling(n);
    }

    /// <summary>R(s^2) = 2 s^2/3 + 2 s^4/5 + ..., so that 2 artanh s = 2 s + s R.</summary>
    private static double Series(double z)
    {
        var r = 2.0 / 23;
        r = (r * z) + (2.0 / 21);
        r = (r * z) + (2.0 / 19);
        r = (r * z) + (2.0 / 17);
        r = (r * z) + (2.0 / 15);
        r = (r * z) + (2.0 / 13);
        r = (r * z) + (2.0 / 11);
        r = (r * z) + (2.0 / 9);
        r = (r * z) + (2.0 / 7);
        r = (r * z) + (2.0 / 5);
        r = (r * z) + (2.0 / 3);
        return r * z;
    }

    /// <summary>x = 2^k (1 + f).</summary>
    private static (double K, double F) Reduce(double x)
    {
        var shift = 0.0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            shift = 54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (bits - HalfRootBits) >> 52;
        return (k - shift, BitConverter.Int64BitsToDouble(bits - (k << 52)) - 1);
    }

    /// <summary>a b = product + error exactly, without a fused multiply-add.</summary>
    private static (double Product, double Error) Multiply(double a, double b)
    {
        var product = a * b;
        var scaledA = DekkerSplitter * a;
        var highA = scaledA - (scaledA - a);
        var lowA = a - highA;
        var scaledB = DekkerSplitter * b;
        var highB = scaledB - (scaledB - b);
        var lowB = b - highB;
        return (product, (((highA * highB) - product) + (highA * lowB) + (lowA * highB)) + (lowA * lowB));
    }

    private static double OutsideLogDomain(double x) =>
        x == 0 ? double.NegativeInfinity : x > 0 ? double.PositiveInfinity : double.NaN;

    private static double Stirling(int n)
    {
        var inverse = 1.0 / n;
        var square = inverse * inverse;
        var correction = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * (1.0 / 1680)))))));
        return (((n + 0.5) * Log(n)) - n) + HalfLogTwoPi + correction;
    }

    private static double[] TabulateLogFactorials()
    {
        var values = new double[21];
        var factorial = 1L;
        for (var n = 1; n < values.Length; n++)
        {
            factorial *= n;
            values[n] = Log(factorial);
        }

        return values;
    }
}
