using Microsoft.Extensions.Logging;

namespace Orleans.Runtime.Silos;

/// <summary>What the runtime logs.</summary>
internal sealed partial class SiloLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(1, LogLevel.Warning, "A timer callback of grain {GrainId} failed; the timer goes on.")]
    internal partial void TimerFailed(GrainId grainId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Grain {GrainId} could not be activated; the waiting calls fail with the same exception.")]
    internal partial void ActivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "OnDeactivateAsync of grain {GrainId} failed or took too long; the activation is removed all the same.")]
    internal partial void DeactivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Silo {Address} serves {Classes} grain classes in this process.")]
    internal partial void Started(SiloAddress address, int classes);

    [LoggerMessage(5, LogLevel.Information, "Silo {Address} has stopped.")]
    internal partial void Stopped(SiloAddress address);

    [LoggerMessage(6, LogLevel.Warning, "Reminder {Reminder} of grain {GrainId} was not received; it ticks again after its period.")]
    internal partial void ReminderFailed(GrainId grainId, string reminder, Exception exception);
}
