using Territory.Contracts;
using Territory.Grains.Actors;

namespace Territory.Grains.Lab;

/// <summary>Refusals that several actors of the lab give.</summary>
internal static class LabRefusals
{
    /// <summary>The scenario is wrong; its problems stand beside it.</summary>
    public static CommandResult Wrong { get; } = CommandResult.Refused("scenario.wrong");

    public static Refusal UnknownRun(string run) => Refusal.Of("lab.run-unknown", ("run", run));
}
