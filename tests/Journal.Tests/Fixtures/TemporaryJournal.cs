using Territory.Journal.Sqlite;

namespace Territory.Journal.Tests.Fixtures;

/// <summary>A directory of its own for one test's journals, removed at the end.</summary>
public sealed class TemporaryJournal : IDisposable
{
    public TemporaryJournal() => Folder = Directory.CreateTempSubdirectory("territory-journal-").FullName;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "journal.db");

    public SqliteJournalOptions Options => new() { Path = Path };

    public Task<SqliteJournal> OpenAsync(params IProjection[] projections) => SqliteJournal.OpenAsync(Options, projections);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
