using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class PastSnapshotTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    // What the live tables said when the journal ended there is what the past must say later.
    [Fact]
    public async Task OpenPast_AtEveryPosition_EqualsTheTablesAsTheyWereThen()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        var then = new List<(long Position, List<(string, long, string)> Rows)> { (0, []) };
        for (var i = 0; i < 12; i++)
        {
            await journal.AppendAsync(Append($"s{i % 3}", i / 3, $"{i}"));
            using var live = await journal.OpenSnapshotAsync();
            then.Add((live.Position, NotesProjection.Rows(live)));
        }

        foreach (var (position, rows) in then)
        {
            using var past = await journal.OpenPastAsync(position);
            past.Position.ShouldBe(position);
            NotesProjection.Rows(past).ShouldBe(rows);
        }
    }

    [Fact]
    public async Task OpenPast_WhileItIsOpen_TheJournalGoesOn()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        await journal.AppendAsync(Append("a", 0, "1"));
        using var past = await journal.OpenPastAsync(1);
        await journal.AppendAsync(Append("a", 1, "2"));

        NotesProjection.Rows(past).ShouldBe([("a", 1, "1")]);
        using var live = await journal.OpenSnapshotAsync();
        NotesProjection.Rows(live).ShouldBe([("a", 2, "2")]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task OpenPast_PositionThatIsNotThere_IsRefused(long position)
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        await journal.AppendAsync(Append("a", 0, "1"));

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => journal.OpenPastAsync(position));
    }
}
