using Microsoft.Data.Sqlite;
using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Open_Twice_SaysThatItIsInUse()
    {
        await using var journal = await _temporary.OpenAsync();
        var exception = await RefusedAsync();
        exception.What.ShouldContain("open in another process");
        exception.Message.ShouldContain(_temporary.Path);
        await journal.DisposeAsync();
        await using var again = await _temporary.OpenAsync();
    }

    [Fact]
    public async Task Open_ATextFile_SaysThatItIsNoDatabase()
    {
        await File.WriteAllTextAsync(_temporary.Path, "position;stream;version\n");
        (await RefusedAsync()).What.ShouldContain("not a SQLite database");
        (await File.ReadAllTextAsync(_temporary.Path)).ShouldBe("position;stream;version\n");
    }

    [Fact]
    public async Task Open_AForeignDatabase_SaysSoAndLeavesItsTables()
    {
        Sql("CREATE TABLE customers (id INTEGER)");
        (await RefusedAsync()).What.ShouldContain("another program");
        Sql("SELECT id FROM customers");
    }

    [Fact]
    public async Task Open_ANewerFormat_SaysWhichVersions()
    {
        await (await _temporary.OpenAsync()).DisposeAsync();
        Sql("PRAGMA user_version = 2");
        (await RefusedAsync()).What.ShouldContain("version 2");
    }

    [Fact]
    public async Task Open_ADirectory_SaysSo()
    {
        Directory.CreateDirectory(_temporary.Path);
        (await RefusedAsync()).What.ShouldContain("directory");
    }

    [Fact]
    public async Task Open_InAMissingDirectory_SaysSo()
    {
        var exception = await Should.ThrowAsync<JournalUnusableException>(
            () => SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(_temporary.Folder, "none", "journal.db") }, []));
        exception.Advice.ShouldContain("directory");
    }

    /// <summary>A cut or overwritten file must never open as a shorter journal: each is refused, or opens whole because the cut bytes held nothing.</summary>
    [Fact]
    public async Task Open_TruncatedAtEveryPage_IsRefusedWithOneKindOfException()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(_temporary.Path);
        whole.Length.ShouldBeGreaterThan(10 * 4096);
        for (var length = 1; length < whole.Length; length += length < 4096 ? 1000 : 4096)
        {
            await File.WriteAllBytesAsync(_temporary.Path, whole[..length]);
            await RefusedAsync();
        }
    }

    [Fact]
    public async Task Open_LastEventChanged_NamesIt()
    {
        await FillAsync();
        Sql("UPDATE journal_event SET payload = x'00' WHERE position = (SELECT max(position) FROM journal_event)");
        (await RefusedAsync()).What.ShouldContain("event 200 (noted of s199)");
    }

    [Fact]
    public async Task Open_RandomBytesAnywhere_IsRefusedOrFoundByVerificationOrHarmless()
    {
        var requests = await FillAsync();
        var whole = await File.ReadAllBytesAsync(_temporary.Path);
        var random = new Random(20261121);
        var (refused, harmless) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length / 512) * 512, 512));
            await File.WriteAllBytesAsync(_temporary.Path, damaged);
            File.Delete(_temporary.Path + "-wal");
            try
            {
                await using var journal = await _temporary.OpenAsync();
                if (!(await journal.VerifyAsync()).IsSound)
                    continue;

                // The bytes fell on unused space: then all that was appended must be there as it was.
                (await journal.AllAsync()).Select(entry => (entry.Command, entry.Text())).ShouldBe(requests.Select(request => (request.Command, request.Events[0].Payload.Text())));
                foreach (var request in requests)
                    (await journal.FindAnswerAsync(request.Command)).ShouldNotBeNull().Text().ShouldBe(request.Answer.Text());
                harmless++;
            }
            catch (JournalUnusableException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(0);
        harmless.ShouldBeLessThan(60 - refused);
    }

    private async Task<List<AppendRequest>> FillAsync()
    {
        await using var journal = await _temporary.OpenAsync();
        var requests = Enumerable.Range(0, 200).Select(i => Append($"s{i}", 0, new string((char)('a' + (i % 26)), 150))).ToList();
        foreach (var request in requests)
            await journal.AppendAsync(request);
        return requests;
    }

    private async Task<JournalUnusableException> RefusedAsync()
    {
        var exception = await Should.ThrowAsync<JournalUnusableException>(() => _temporary.OpenAsync());
        exception.Path.ShouldBe(_temporary.Path);
        return exception;
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
