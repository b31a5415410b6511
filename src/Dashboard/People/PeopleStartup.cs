using Microsoft.Extensions.Hosting;

namespace Territory.Dashboard.People;

/// <summary>Has the people's database ready before the first request.</summary>
internal sealed class PeopleStartup(PeopleDatabase database, EndedSessions ended, RevokedLinks revoked) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        await ended.LoadAsync(cancellationToken);
        await revoked.LoadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
