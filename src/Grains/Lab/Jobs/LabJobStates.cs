using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Jobs;

/// <summary>How a job that has ended stands.</summary>
internal static class LabJobStates
{
    public static LabRunState Of(LabRunEnd end) => end switch
    {
        LabRunEnd.Done => LabRunState.Done,
        LabRunEnd.Stopped => LabRunState.Stopped,
        _ => LabRunState.Failed,
    };
}
