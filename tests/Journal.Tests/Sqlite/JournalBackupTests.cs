using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class JournalBackupTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Backup_WhileAppendsGoOn_IsAWholeJournalUpToItsPosition()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        using var stop = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await journal.AppendAsync(Append($"s{i % 7}", AppendRequest.AnyVersion, $"{i}"));
        });
        await journal.WaitBeyondAsync(200);
        var target = Path.Combine(_temporary.Folder, "copy.db");
        var position = await journal.BackupAsync(target);
        await stop.CancelAsync();
        await load;

        position.ShouldBeGreaterThan(200);
        var unopened = new NotesProjection();
        await using var copy = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = target }, [unopened]);
        unopened.Applied.ShouldBe(0);
        copy.Position.ShouldBe(position);
        (await copy.VerifyAsync()).Defects.ShouldBeEmpty();
        (await copy.AllAsync()).Select(entry => (entry.Position, entry.Text(), entry.Command))
            .ShouldBe((await journal.ReadAsync(0, (int)position).ToListAsync()).Select(entry => (entry.Position, entry.Text(), entry.Command)));
    }

    [Fact]
    public async Task Backup_OntoAnExistingFile_IsRefusedAndLeavesIt()
    {
        await using var journal = await _temporary.OpenAsync();
        var target = Path.Combine(_temporary.Folder, "copy.db");
        await File.WriteAllTextAsync(target, "mine");
        await Should.ThrowAsync<IOException>(() => journal.BackupAsync(target));
        (await File.ReadAllTextAsync(target)).ShouldBe("mine");
    }

    [Fact]
    public async Task Backup_IntoAMissingDirectory_LeavesNothing()
    {
        await using var journal = await _temporary.OpenAsync();
        await Should.ThrowAsync<IOException>(() => journal.BackupAsync(Path.Combine(_temporary.Folder, "none", "copy.db")));
        Directory.GetFileSystemEntries(_temporary.Folder).ShouldNotContain(path => path.Contains("copy", StringComparison.Ordinal));
    }
}
