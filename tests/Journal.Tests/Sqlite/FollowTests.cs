using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class FollowTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    /// <param name="recentEvents">Small tails send the followers to the database again and again, a large one almost never.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100_000)]
    public async Task Follow_UnderConcurrentLoad_SeesEveryEventOnceInOrder(int recentEvents)
    {
        const int Appends = 6_000;
        await using var journal = await SqliteJournal.OpenAsync(_temporary.Options with { RecentEvents = recentEvents, MaxBatchSize = 32 }, []);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => journal.AppendAsync(Append($"s{i % 11}", AppendRequest.AnyVersion, "x")).AsTask()));

        // Followers start at different places, some before and some while the load runs, and one of them is slow.
        var followers = Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            var from = i * 100L;
            var seen = from;
            await foreach (var entry in journal.FollowAsync(from))
            {
                entry.Position.ShouldBe(++seen);
                if (i == 0)
                    await Task.Yield();
                if (seen == Appends)
                    break;
            }

            return seen;
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 500 + writer; i < Appends; i += 8)
                await journal.AppendAsync(Append($"s{i % 11}", AppendRequest.AnyVersion, $"{i}"));
        })));

        (await Task.WhenAll(followers)).ShouldAllBe(seen => seen == Appends);
    }

    [Fact]
    public async Task Follow_TailAndDatabase_GiveEqualEntries()
    {
        await using var journal = await _temporary.OpenAsync();
        await journal.AppendAsync(Append("a", 0, "库存", "2", "3"));
        var followed = await journal.FollowAsync(0).Take(3).ToListAsync();
        var read = await journal.AllAsync();
        followed.Select(Flat).ShouldBe(read.Select(Flat));

        static object Flat(JournalEntry entry) => (entry.Position, entry.Stream, entry.Version, entry.Alias, entry.Text(), entry.RecordedAt, entry.Actor, entry.Command);
    }

    [Fact]
    public async Task Follow_JournalCloses_Ends()
    {
        var journal = await _temporary.OpenAsync();
        await journal.AppendAsync(Append("a", 0, "1"));
        var follower = Task.Run(async () => await journal.FollowAsync(0).CountAsync());
        await journal.AppendAsync(Append("a", 1, "2"));
        await journal.DisposeAsync();
        (await follower).ShouldBe(2);
    }

    [Fact]
    public async Task Follow_Cancelled_Stops()
    {
        await using var journal = await _temporary.OpenAsync();
        using var cancel = new CancellationTokenSource();
        var follower = Task.Run(async () => await journal.FollowAsync(0, cancel.Token).CountAsync());
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(follower);
    }

    [Fact]
    public async Task Follow_FromBeyondTheEnd_IsRefused()
    {
        await using var journal = await _temporary.OpenAsync();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await journal.FollowAsync(1).FirstAsync());
    }
}
