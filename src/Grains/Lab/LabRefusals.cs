using Territory.Contracts;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Jobs;

namespace Territory.Grains.Lab;

/// <summary>Refusals that several actors of the lab give.</summary>
internal static class LabRefusals
{
    /// <summary>The scenario is wrong; its problems stand beside it.</summary>
    public static CommandResult Wrong { get; } = CommandResult.Refused("scenario.wrong");

    /// <summary>The census is wrong; its problems stand beside it.</summary>
    public static CommandResult WrongCensus { get; } = CommandResult.Refused("census.wrong");

    /// <summary>As many jobs wait or run as may.</summary>
    public static CommandResult TooManyJobs => Refusal.Of("lab.too-many-runs", ("most", Figures.Text(LabJobs.MostAtOnce))).ToResult();

    public static Refusal UnknownCalibration(string calibration) => Refusal.Of("lab.calibration-unknown", ("calibration", calibration));

    public static Refusal UnknownRun(string run) => Refusal.Of("lab.run-unknown", ("run", run));
}
