using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>What a calibration may ask for.</summary>
internal static class CalibrationDecisions
{
    private const int MostParameters = 20;
    private const int LeastPopulation = 20;
    private const int MostPopulation = 2_000;
    private const int MostRuns = 1_000_000;
    private const int MostDeliveries = 500_000;

    /// <summary>The first population is the nearest of so many times its number.</summary>
    private const int RunsPerSet = 5;

    /// <summary>What speaks against it, whatever the scenario is; null: nothing.</summary>
    public static Refusal? Check(StartLabCalibration command)
    {
        var settings = command.Settings;
        if (settings.Parameters.Count is 0 or > MostParameters)
            return Refusal.Of("lab.paths", ("paths", Text(settings.Parameters.Count)), ("most", Text(MostParameters)));
        if (settings.Parameters.CountBy(range => range.Path, StringComparer.Ordinal).FirstOrDefault(path => path.Value > 1) is { Key: { } twice })
            return Refusal.Of("lab.path-twice", ("path", twice));
        if (settings.Parameters.FirstOrDefault(IsNone) is { } none)
            return Refusal.Of("lab.range", ("path", none.Path));
        if (settings.Population is < LeastPopulation or > MostPopulation)
            return Refusal.Of("lab.population", ("population", Text(settings.Population)), ("least", Text(LeastPopulation)), ("most", Text(MostPopulation)));
        if (settings.Runs < RunsPerSet * settings.Population || settings.Runs > MostRuns)
            return Refusal.Of("lab.fit-runs", ("runs", Text(settings.Runs)), ("least", Text(RunsPerSet * settings.Population)), ("most", Text(MostRuns)));
        return command.History is { Count: > MostDeliveries } history ? Refusal.Of("lab.history-size", ("deliveries", Text(history.Count)), ("most", Text(MostDeliveries))) : null;
    }

    private static bool IsNone(LabParameterRange range) =>
        !(double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High) || (range.Scale == LabScale.Logarithmic && range.Low <= 0);
}
