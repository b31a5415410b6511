using Microsoft.Data.Sqlite;
using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using Territory.Journal.Verification;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

/// <summary>The ends of streams are written late and for many streams at a time; whoever asks must not notice.</summary>
public sealed class StreamHeadsTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    /// <param name="cachedStreams">The small cache forgets streams all the time and so looks up their ends.</param>
    [Theory]
    [InlineData(10)]
    [InlineData(500_000)]
    public async Task Versions_MoreStreamsThanAreWrittenTogether_GoOnAfterReopeningAndRollback(int cachedStreams)
    {
        const int Streams = StreamHeads.WriteAt + 900;
        var options = _temporary.Options with { CachedStreams = cachedStreams };
        for (var version = 0; version < 3; version++)
        {
            await using var journal = await SqliteJournal.OpenAsync(options, [new NotesProjection()]);
            var results = await Task.WhenAll(Enumerable.Range(0, Streams).Select(i => journal.AppendAsync(Append($"s{i * 7_919 % Streams}", version, $"{version}")).AsTask()));
            results.ShouldAllBe(result => result.Status == AppendStatus.Appended);

            // A rollback makes the writer take everything from the database again.
            await Should.ThrowAsync<ProjectionFailedException>(async () => await journal.AppendAsync(Append("s5", version + 1, "throw")));
            (await journal.AppendAsync(Append("s5", version, "old"))).ShouldBe(AppendResult.VersionConflict(version + 1));
            (await journal.ReadStreamAsync(new StreamId("s5")).ToListAsync()).Select(entry => entry.Text()).ShouldBe(Enumerable.Range(0, version + 1).Select(i => $"{i}"));
        }

        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, [new NotesProjection()]);
        verification.Defects.ShouldBeEmpty();
        (verification.Streams, verification.Events).ShouldBe((Streams, 3 * Streams));
    }

    [Fact]
    public async Task Verify_RecordedEndChanged_NamesTheStream()
    {
        await using (var journal = await _temporary.OpenAsync())
            await Task.WhenAll(Enumerable.Range(0, StreamHeads.WriteAt + 10).Select(i => journal.AppendAsync(Append($"s{i}", 0, "x")).AsTask()));
        await using (var connection = new SqliteConnection($"Data Source={_temporary.Path};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE journal_head SET heads = zeroblob(2048) WHERE block = 1";
            command.ExecuteNonQuery().ShouldBe(1);
        }

        var verification = await JournalVerifier.VerifyAsync(_temporary.Path, []);
        verification.DefectCount.ShouldBe(HeadBlock.Streams);
        verification.Defects[0].Place.ShouldStartWith("stream s");
    }
}
