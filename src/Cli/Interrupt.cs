using System.Runtime.InteropServices;

namespace Territory.Cli;

/// <summary>Turns Ctrl-C and SIGTERM into cancellation, so that a command can write its best result and a host can stop cleanly.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
    ];

    public CancellationToken Token => source.Token;

    // The source itself is left to the collector: a second signal may arrive while the process is on its way out.
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        source.Cancel();
    }
}
