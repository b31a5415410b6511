using Territory.Journal.Sqlite;
using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class CommandPruningTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Prune_CommandsOnBothSidesOfTheRetention_RemovesOnlyTheOldAnswersAndNoEvent()
    {
        await using var journal = await SqliteJournal.OpenAsync(_temporary.Options, [], _time);
        var old = Enumerable.Range(0, 2_500).Select(i => Append($"s{i}", 0, "x")).ToList();
        var oldEventless = Append("none", 0);
        await Task.WhenAll(old.Append(oldEventless).Select(request => journal.AppendAsync(request).AsTask()));
        _time.Advance(TimeSpan.FromDays(1));
        var young = Append("young", 0, "x");
        var youngEventless = Append("young", 1);
        await journal.AppendAsync(young);
        await journal.AppendAsync(youngEventless);

        _time.Advance(TimeSpan.FromDays(29) + TimeSpan.FromMinutes(1));
        await journal.PruneCommandsAsync();

        (await journal.FindAnswerAsync(old[0].Command)).ShouldBeNull();
        (await journal.FindAnswerAsync(old[^1].Command)).ShouldBeNull();
        (await journal.FindAnswerAsync(oldEventless.Command)).ShouldBeNull();
        (await journal.AppendAsync(young)).Status.ShouldBe(AppendStatus.Duplicate);
        (await journal.AppendAsync(youngEventless)).Status.ShouldBe(AppendStatus.Duplicate);
        journal.Position.ShouldBe(2_501);
        (await journal.VerifyAsync()).Defects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prune_OnItsTimer_RemovesOldAnswersWithoutBeingAsked()
    {
        await using var journal = await SqliteJournal.OpenAsync(_temporary.Options, [], _time);
        var request = Append("a", 0, "x");
        await journal.AppendAsync(request);
        _time.Advance(TimeSpan.FromDays(31));

        // Work goes in order, so an append that is answered stands behind the timer's request in the queue; it may need one more round.
        for (var i = 0; i < 100 && await journal.FindAnswerAsync(request.Command) is not null; i++)
            await journal.AppendAsync(Append("b", i, "x"));
        (await journal.FindAnswerAsync(request.Command)).ShouldBeNull();
    }
}
