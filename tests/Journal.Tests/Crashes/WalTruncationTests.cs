using Territory.Journal.Host;
using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Crashes;

/// <summary>
/// A power failure can leave any prefix of the write-ahead log. Copies of a working journal are cut at every frame boundary and at places inside
/// every frame; each must open and hold exactly what was acknowledged within the prefix. What that is follows from the length of the log when each
/// acknowledgement came, and is checked against the commit marks of the file format.
/// </summary>
public sealed class WalTruncationTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Open_LogCutAnywhere_HoldsExactlyWhatWasAcknowledgedInThePrefix()
    {
        var acknowledged = new List<(int LogBytes, AppendRequest[] Requests)>();
        byte[] database;
        byte[] log;
        await using (var journal = await SqliteJournal.OpenAsync(_temporary.Options with { CheckpointPages = 0 }, [new StreamTotals()]))
        {
            // Small appends, one with a payload over several pages, and groups that share a commit.
            for (var i = 0; i < 16; i++)
            {
                var requests = Enumerable.Range(0, i % 4 == 3 ? 5 : 1)
                    .Select(j => Append($"stream/{(i + j) % 3}", AppendRequest.AnyVersion, i == 6 ? new string('x', 9_000) : $"{i}.{j}")).ToArray();
                foreach (var result in await Task.WhenAll(requests.Select(request => journal.AppendAsync(request).AsTask())))
                    result.Status.ShouldBe(AppendStatus.Appended);
                acknowledged.Add(((int)new FileInfo(_temporary.Path + "-wal").Length, requests));
            }

            database = await ReadSharedAsync(_temporary.Path);
            log = await ReadSharedAsync(_temporary.Path + "-wal");
        }

        var frames = new WalFrames(log);
        frames.CommitEnds[^1].ShouldBe(log.Length);
        acknowledged.ShouldAllBe(group => frames.CommitEnds.Contains(group.LogBytes));

        // A group may have taken several commits: its requests are in the prefix from the commit on that holds them. The whole log says which.
        var commits = await CommitOfEachAsync(database, log, frames);
        commits.Count.ShouldBe(acknowledged.Sum(group => group.Requests.Length));
        foreach (var (logBytes, requests) in acknowledged)
            requests.ShouldAllBe(request => commits[request.Command.Value] <= logBytes);

        int[] inside = [1, 12, WalFrames.FrameHeaderBytes - 1, WalFrames.FrameHeaderBytes, frames.FrameBytes / 2, frames.FrameBytes - 1];
        var lengths = new List<int> { 0, 1, WalFrames.HeaderBytes - 1, WalFrames.HeaderBytes };
        foreach (var end in frames.Ends)
            lengths.AddRange(inside.Select(offset => end - frames.FrameBytes + offset).Append(end));
        foreach (var length in lengths)
        {
            var held = await HeldAsync(database, log.AsMemory(0, length));
            held.ShouldBe(commits.Where(commit => commit.Value <= length).Select(commit => commit.Key), ignoreOrder: true, $"log cut at {length}");
        }

        TestContext.Current.SendDiagnosticMessage($"{lengths.Count} cuts of a log of {frames.Ends.Count} frames in {frames.CommitEnds.Count} commits.");
    }

    // By bare SQLite, which is the independent reader here: the commands that a log cut right behind each commit mark holds.
    private async Task<Dictionary<Guid, int>> CommitOfEachAsync(byte[] database, byte[] log, WalFrames frames)
    {
        var commits = new Dictionary<Guid, int>();
        foreach (var end in frames.CommitEnds)
        {
            var path = await CopyAsync(database, log.AsMemory(0, end));
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'journal_event'";
            if ((long)command.ExecuteScalar()! == 0)
                continue;
            command.CommandText = "SELECT command FROM journal_event";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                commits.TryAdd(new Guid((byte[])rows[0], bigEndian: true), end);
        }

        return commits;
    }

    private async Task<List<Guid>> HeldAsync(byte[] database, ReadOnlyMemory<byte> log)
    {
        var path = await CopyAsync(database, log);
        await using var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = path }, [new StreamTotals()]);
        var entries = await journal.AllAsync();
        (await journal.VerifyAsync()).Defects.ShouldBeEmpty();
        foreach (var entry in entries)
            (await journal.FindAnswerAsync(entry.Command)).ShouldNotBeNull().Text().ShouldBe($"answer of {entry.Command}");
        return [.. entries.Select(entry => entry.Command.Value)];
    }

    private async Task<string> CopyAsync(byte[] database, ReadOnlyMemory<byte> log)
    {
        var path = Path.Combine(_temporary.Folder, "copy.db");
        foreach (var old in Directory.GetFiles(_temporary.Folder, "copy.db*"))
            File.Delete(old);
        await File.WriteAllBytesAsync(path, database);
        await File.WriteAllBytesAsync(path + "-wal", log);
        return path;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
