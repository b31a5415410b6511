using Microsoft.Data.Sqlite;
using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using Territory.Journal.Verification;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Verification;

public sealed class JournalVerifierTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Verify_SoundJournal_CountsWhatItSawAndFindsNothing()
    {
        await using var journal = await FilledAsync();
        var verification = await journal.VerifyAsync();
        verification.Defects.ShouldBeEmpty();
        verification.IsSound.ShouldBeTrue();
        (verification.Position, verification.Events, verification.Streams).ShouldBe((300, 300, 7));
        (verification.Tables, verification.TableRows).ShouldBe((1, 7));
    }

    [Fact]
    public async Task Verify_BesideAWorkingJournal_IsSound()
    {
        await using var journal = await FilledAsync();
        var load = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
                await journal.AppendAsync(Append($"s{i % 7}", AppendRequest.AnyVersion, "more"));
        });
        for (var i = 0; i < 3; i++)
            (await journal.VerifyAsync()).Defects.ShouldBeEmpty();
        await load;
    }

    /// <summary>The SQL does the damage that a bad disk or a meddling hand does; the verification must name exactly that.</summary>
    [Theory]
    [InlineData("UPDATE journal_event SET payload = CAST('cooked' AS BLOB) WHERE position = 17", JournalDefectKind.Checksum, "event 17")]
    [InlineData("UPDATE journal_event SET recorded_at = recorded_at + 1 WHERE position = 18", JournalDefectKind.Checksum, "event 18")]
    [InlineData("UPDATE journal_event SET command = randomblob(16) WHERE position = 20", JournalDefectKind.Checksum, "event 20")]
    [InlineData("UPDATE journal_event SET actor = alias WHERE position = 19", JournalDefectKind.Checksum, "event 19")]
    [InlineData("DELETE FROM journal_event WHERE position = 21", JournalDefectKind.Position, "event 22")]
    [InlineData("DELETE FROM journal_event WHERE position = 21", JournalDefectKind.Checksum, "event 22")]
    [InlineData("DELETE FROM journal_event WHERE position = 21", JournalDefectKind.Command, "command ")]
    [InlineData("UPDATE journal_event SET version = 1000 WHERE position = 23", JournalDefectKind.Version, "event 23")]
    [InlineData("UPDATE journal_event SET stream = 999 WHERE position = 24", JournalDefectKind.Unreadable, "event 24")]
    [InlineData("UPDATE journal_command SET answer = CAST('no' AS BLOB) WHERE position = 25", JournalDefectKind.Checksum, "command ")]
    [InlineData("UPDATE notes SET events = events + 1 WHERE stream = 's3'", JournalDefectKind.Row, "table notes, stream 's3'")]
    [InlineData("DELETE FROM notes WHERE stream = 's4'", JournalDefectKind.Row, "table notes, stream 's4'")]
    [InlineData("INSERT INTO notes VALUES ('s44', 1, 'x', 1)", JournalDefectKind.Row, "table notes, stream 's44'")]
    [InlineData("CREATE INDEX notes_last ON notes (last)", JournalDefectKind.Projection, "table notes")]
    [InlineData("UPDATE journal_projection SET version = 7", JournalDefectKind.Projection, "projection notes")]
    public async Task Verify_Damaged_NamesThePlace(string damage, JournalDefectKind kind, string place)
    {
        await (await FilledAsync()).DisposeAsync();
        Sql(damage);

        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()]);

        verification.IsSound.ShouldBeFalse();
        verification.Defects.First(defect => defect.Kind == kind).Place.ShouldStartWith(place);
    }

    [Fact]
    public async Task Verify_OneChangedPayload_IsOneChecksumDefectAndTheRowItFeeds()
    {
        await (await FilledAsync()).DisposeAsync();
        Sql("UPDATE journal_event SET payload = CAST('cooked' AS BLOB) WHERE position = 297");
        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()]);
        // Position 297 is payload "296", the last of stream 296 % 7 = 2.
        verification.Defects.Select(defect => (defect.Kind, defect.Place)).ShouldBe([(JournalDefectKind.Checksum, "event 297"), (JournalDefectKind.Row, "table notes, stream 's2'")]);
    }

    [Fact]
    public async Task Verify_ChangedRow_SaysWhatIsStoredAndWhatTheJournalMakes()
    {
        await (await FilledAsync()).DisposeAsync();
        Sql("UPDATE notes SET last = 'false' WHERE stream = 's3'");
        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()]);
        // 297 is the largest i below 300 with i % 7 == 3.
        verification.Defects.ShouldHaveSingleItem().Detail.ShouldBe("last is 'false', the journal makes it '297'");
    }

    [Fact]
    public async Task Verify_EveryRowChanged_ListsUpToTheLimitAndCountsAll()
    {
        await (await FilledAsync()).DisposeAsync();
        Sql("UPDATE notes SET events = -1");
        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()], defectsPerKind: 3);
        verification.Defects.Count.ShouldBe(3);
        verification.DefectCount.ShouldBe(7);
    }

    [Fact]
    public async Task Verify_DamagedIndex_IsAStorageDefect()
    {
        await (await FilledAsync()).DisposeAsync();
        // An index entry without its row, written past SQLite's care for indexes.
        Sql("PRAGMA writable_schema = ON; CREATE TABLE spare (a); UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'spare') WHERE name = 'notes'");
        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()]);
        verification.Defects.ShouldContain(defect => defect.Kind == JournalDefectKind.Storage);
    }

    [Fact]
    public async Task Verify_NoSuchFile_SaysSo() =>
        (await Should.ThrowAsync<JournalUnusableException>(() => JournalVerifier.VerifyAsync(_temporary.Path, []))).What.ShouldContain("no such file");

    private async Task<SqliteJournal> FilledAsync()
    {
        var journal = await _temporary.OpenAsync(new NotesProjection());
        for (var i = 0; i < 300; i++)
            await journal.AppendAsync(Append($"s{i % 7}", i / 7, $"{i}"));
        return journal;
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temporary.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
