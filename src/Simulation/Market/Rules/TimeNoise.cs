using Territory.Model.Quantities;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Rules;

/// <summary>Actual times vary around planned ones: planned x a triangular factor, to the nearest second.</summary>
public static class TimeNoise
{
    public static Duration Actual(Duration planned, NoiseRange range, ref Draw draw) =>
        new((int)Math.Floor((planned.Seconds * Triangular.Sample(ref draw, range.Least, range.Mode, range.Most)) + 0.5));
}
