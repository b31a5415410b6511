using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.Calibration;

/// <summary>A small launch: outlets adopt with a weekly hazard, adopters sell Poisson cases at a rate with a season.</summary>
internal static class LaunchMarket
{
    public const int Weeks = 24;
    private const int Outlets = 150;

    public static IReadOnlyList<UnknownParameter> Parameters { get; } =
    [
        new("weekly adoption hazard", new LogUniformPrior(0.005, 0.4)),
        new("cases a week", new LogUniformPrior(0.5, 12)),
        new("season's amplitude", new UniformPrior(0, 0.8)),
    ];

    /// <summary>Adopters, then cases, at the end of each fourth week and over the four weeks; then the seasonal contrast of sales per adopter.</summary>
    public static double[] Figures(double[] parameters, ulong seed)
    {
        var (hazard, rate, amplitude) = (parameters[0], parameters[1], parameters[2]);
        var key = EntityKey.Of("launch market");
        var adoption = Draw.Of((long)seed, DrawPurpose.KnownAnswer, key);
        var joined = new int[Weeks + 1];
        for (var outlet = 0; outlet < Outlets; outlet++)
        {
            var week = Math.Log(adoption.NextUniform()) / Math.Log(1 - hazard);
            joined[(int)Math.Min(week, Weeks)]++;
        }

        var demand = Draw.Of((long)seed, DrawPurpose.KnownAnswer, key, 1);
        var figures = new double[13];
        var adopters = 0;
        for (var week = 0; week < Weeks; week++)
        {
            adopters += joined[week];
            var wave = Math.Sin(2 * Math.PI * week / 12);
            var cases = Poisson.Sample(ref demand, adopters * rate * (1 + (amplitude * wave)));
            figures[week / 4] = adopters;
            figures[6 + (week / 4)] += cases;
            figures[12] += adopters > 0 ? wave * cases / adopters : 0;
        }

        return figures;
    }
}
