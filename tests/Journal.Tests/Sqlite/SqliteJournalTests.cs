using Territory.Journal.Tests.Fixtures;
using Territory.Model.Ids;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Append_ReadBack_GivesEveryFieldAsWritten()
    {
        await using var journal = await _temporary.OpenAsync();
        var request = new AppendRequest(
            new StreamId("terminal/T1"), 0, CommandId.New(), "rep/王芳", [new EventData("stock-counted", Bytes("库存 12")), new EventData("empty", default)], Bytes("ok"));

        var result = await journal.AppendAsync(request);

        result.ShouldBe(AppendResult.Appended(2, 2, request.Answer));
        var entries = await journal.AllAsync();
        entries.Count.ShouldBe(2);
        entries[0].ShouldSatisfyAllConditions(
            entry => entry.Position.ShouldBe(1),
            entry => entry.Version.ShouldBe(1),
            entry => entry.Stream.ShouldBe(request.Stream),
            entry => entry.Alias.ShouldBe("stock-counted"),
            entry => entry.Text().ShouldBe("库存 12"),
            entry => entry.Actor.ShouldBe("rep/王芳"),
            entry => entry.Command.ShouldBe(request.Command),
            entry => entry.RecordedAt.Offset.ShouldBe(TimeSpan.Zero));
        entries[1].Payload.Length.ShouldBe(0);
        entries[1].Version.ShouldBe(2);
        journal.Position.ShouldBe(2);
    }

    [Fact]
    public async Task Append_AfterReopening_ContinuesPositionsAndVersions()
    {
        await using (var journal = await _temporary.OpenAsync())
            await journal.AppendAsync(Append("a", 0, "1", "2"));

        await using var again = await _temporary.OpenAsync();
        again.Position.ShouldBe(2);
        var result = await again.AppendAsync(Append("a", 2, "3"));
        (result.Position, result.Version).ShouldBe((3, 3));
        (await again.AllAsync()).Select(entry => entry.Text()).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Append_OldVersion_IsAConflictThatNamesTheActualVersionAndWritesNothing()
    {
        await using var journal = await _temporary.OpenAsync();
        await journal.AppendAsync(Append("a", 0, "1", "2"));

        var result = await journal.AppendAsync(Append("a", 1, "other"));

        result.ShouldBe(AppendResult.VersionConflict(2));
        journal.Position.ShouldBe(2);
        (await journal.AppendAsync(Append("new", 5, "x"))).ShouldBe(AppendResult.VersionConflict(0));
    }

    [Fact]
    public async Task Append_AnyVersion_IsAppendedAtTheEnd()
    {
        await using var journal = await _temporary.OpenAsync();
        await journal.AppendAsync(Append("a", 0, "1", "2"));
        (await journal.AppendAsync(Append("a", AppendRequest.AnyVersion, "3"))).Version.ShouldBe(3);
    }

    [Fact]
    public async Task Append_SameStreamConcurrently_LetsExactlyOneThrough()
    {
        await using var journal = await _temporary.OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => journal.AppendAsync(Append("a", 0, $"{i}")).AsTask()));
        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.Count(result => result.Status == AppendStatus.VersionConflict).ShouldBe(49);
        journal.Position.ShouldBe(1);
    }

    [Fact]
    public async Task Append_SameCommandAgain_GetsTheFirstAnswerAndWritesNothing()
    {
        await using var journal = await _temporary.OpenAsync();
        var command = CommandId.New();
        var first = Append(command, "a", 0, "1") with { Answer = Bytes("first") };
        await journal.AppendAsync(first);

        var retry = await journal.AppendAsync(first with { Answer = Bytes("second") });
        var retryFromElsewhere = await journal.AppendAsync(Append(command, "b", 0, "1"));

        retry.Status.ShouldBe(AppendStatus.Duplicate);
        retry.Answer.Text().ShouldBe("first");
        retry.Position.ShouldBe(1);
        retryFromElsewhere.Status.ShouldBe(AppendStatus.Duplicate);
        journal.Position.ShouldBe(1);
        (await journal.FindAnswerAsync(command)).ShouldNotBeNull().Text().ShouldBe("first");
        (await journal.FindAnswerAsync(CommandId.New())).ShouldBeNull();
    }

    [Fact]
    public async Task Append_SameCommandConcurrently_IsWrittenOnceAndAllGetOneAnswer()
    {
        await using var journal = await _temporary.OpenAsync();
        var command = CommandId.New();
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            journal.AppendAsync(Append(command, "a", AppendRequest.AnyVersion, "x") with { Answer = Bytes($"{i}") }).AsTask()));
        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.Select(result => result.Answer.Text()).Distinct().Count().ShouldBe(1);
        journal.Position.ShouldBe(1);
    }

    [Fact]
    public async Task Append_AfterReopening_StillKnowsTheCommand()
    {
        var request = Append("a", 0, "1");
        await using (var journal = await _temporary.OpenAsync())
            await journal.AppendAsync(request);

        await using var again = await _temporary.OpenAsync();
        var retry = await again.AppendAsync(request);
        retry.Status.ShouldBe(AppendStatus.Duplicate);
        retry.Answer.Text().ShouldBe(request.Answer.Text());
    }

    [Fact]
    public async Task Append_WithoutEvents_RecordsOnlyTheAnswer()
    {
        await using var journal = await _temporary.OpenAsync();
        var request = Append("a", 0);
        (await journal.AppendAsync(request)).ShouldBe(AppendResult.Appended(0, 0, request.Answer));
        (await journal.AppendAsync(request)).Status.ShouldBe(AppendStatus.Duplicate);
        (await journal.FindAnswerAsync(request.Command)).ShouldNotBeNull().Text().ShouldBe(request.Answer.Text());
        journal.Position.ShouldBe(0);
    }

    [Fact]
    public async Task Append_CancelledBeforeItIsQueued_IsPlainlyCancelled()
    {
        await using var journal = await _temporary.OpenAsync();
        var request = Append("a", 0, "1");
        await Should.ThrowAsync<OperationCanceledException>(async () => await journal.AppendAsync(request, new CancellationToken(canceled: true)));
        (await journal.FindAnswerAsync(request.Command)).ShouldBeNull();
    }

    [Fact]
    public async Task Append_CancelledWhileItIsWritten_SaysThatTheOutcomeIsUnknownAndARetrySettlesIt()
    {
        var blocking = new BlockingProjection();
        await using var journal = await _temporary.OpenAsync(blocking);
        using var cancel = new CancellationTokenSource();
        var request = Append("a", 0, "1");
        var append = journal.AppendAsync(request, cancel.Token).AsTask();
        await blocking.Entered;

        // Behind the one that is being written, so not yet taken: this one can be withdrawn.
        var queued = Append("b", 0, "2");
        var waiting = journal.AppendAsync(queued, cancel.Token).AsTask();
        await cancel.CancelAsync();

        (await Should.ThrowAsync<AppendOutcomeUnknownException>(append)).Command.ShouldBe(request.Command);
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        blocking.Release();
        (await journal.AppendAsync(request)).Status.ShouldBe(AppendStatus.Duplicate);
        (await journal.FindAnswerAsync(queued.Command)).ShouldBeNull();
    }

    [Fact]
    public async Task Append_CallerBlocksItsThread_HoldsUpNoOtherOfItsBatch()
    {
        var blocking = new BlockingProjection();
        await using var journal = await _temporary.OpenAsync(blocking);
        var first = journal.AppendAsync(Append("a", 0, "1"));
        await blocking.Entered;

        // Both wait for the writer, so that they share a commit; the one blocks its thread until the other has gone on.
        using var otherWentOn = new ManualResetEventSlim();
        var blocked = Task.Run(async () =>
        {
            await journal.AppendAsync(Append("b", 0, "2"));
            return otherWentOn.Wait(TimeSpan.FromSeconds(30));
        });
        var other = Task.Run(async () =>
        {
            await journal.AppendAsync(Append("c", 0, "3"));
            otherWentOn.Set();
        });
        blocking.Release();
        await first;
        (await blocked).ShouldBeTrue();
        await other;
    }

    [Fact]
    public async Task Append_AfterClosing_IsRefused()
    {
        var journal = await _temporary.OpenAsync();
        await journal.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await journal.AppendAsync(Append("a", 0, "1")));
    }

    [Fact]
    public async Task Close_WhileAppendsAreQueued_WritesThemFirst()
    {
        var journal = await _temporary.OpenAsync();
        var appends = Enumerable.Range(0, 200).Select(i => journal.AppendAsync(Append($"s{i}", 0, "x")).AsTask()).ToList();
        await journal.DisposeAsync();
        (await Task.WhenAll(appends)).ShouldAllBe(result => result.Status == AppendStatus.Appended);

        await using var again = await _temporary.OpenAsync();
        again.Position.ShouldBe(200);
    }

    [Fact]
    public async Task ReadStream_ManyStreamsInterleaved_GivesOneStreamInOrder()
    {
        await using var journal = await _temporary.OpenAsync();
        for (var i = 0; i < 3; i++)
            await Task.WhenAll(Enumerable.Range(0, 700).Select(s => journal.AppendAsync(Append(s % 2 == 0 ? "even" : $"s{s}", AppendRequest.AnyVersion, $"{i}")).AsTask()));

        var even = await journal.ReadStreamAsync(new StreamId("even")).ToListAsync();
        even.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, 1050).Select(version => (long)version));
        even.Select(entry => entry.Position).ShouldBeInOrder();
        (await journal.ReadStreamAsync(new StreamId("even"), afterVersion: 1048).ToListAsync()).Select(entry => entry.Version).ShouldBe([1049L, 1050L]);
        (await journal.ReadStreamAsync(new StreamId("none")).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WithLimit_StopsThere()
    {
        await using var journal = await _temporary.OpenAsync();
        await journal.AppendAsync(Append("a", 0, "1", "2", "3", "4"));
        (await journal.ReadAsync(1, 2).ToListAsync()).Select(entry => entry.Position).ShouldBe([2L, 3L]);
        (await journal.ReadAsync(4, 2).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Snapshot_WhileAppendsGoOn_StandsStillWithItsPosition()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        await journal.AppendAsync(Append("a", 0, "1"));
        using var snapshot = await journal.OpenSnapshotAsync();
        await journal.AppendAsync(Append("a", 1, "2"));

        snapshot.Position.ShouldBe(1);
        NotesProjection.Rows(snapshot).ShouldBe([("a", 1, "1")]);
        using var later = await journal.OpenSnapshotAsync();
        later.Position.ShouldBe(2);
        NotesProjection.Rows(later).ShouldBe([("a", 2, "2")]);
    }

    [Fact]
    public async Task OpenReadConnection_Writing_IsRefused()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        await using var connection = journal.OpenReadConnection();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM notes";
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public async Task Options_OutOfRange_AreAllListed()
    {
        var exception = await Should.ThrowAsync<ArgumentException>(
            () => Journal.Sqlite.SqliteJournal.OpenAsync(_temporary.Options with { MaxBatchSize = 0, QueueCapacity = -1 }, []));
        exception.Message.ShouldContain("MaxBatchSize is 0");
        exception.Message.ShouldContain("QueueCapacity is -1");
    }
}
