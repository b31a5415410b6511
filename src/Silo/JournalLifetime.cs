using Microsoft.Extensions.Hosting;
using Territory.Journal.Sqlite;

namespace Territory.Silo;

/// <summary>Closes the journal after the actors have stopped: it is registered before them, and hosted services stop in reverse order.</summary>
internal sealed class JournalLifetime(SqliteJournal journal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) => await journal.DisposeAsync();
}
