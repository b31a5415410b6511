using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Journal.Sqlite;
using Territory.Journal.Verification;
using Territory.Model.Ids;

namespace Territory.ReadModel.Tests.Fixtures;

/// <summary>A journal with the read model, in a directory of its own.</summary>
internal sealed class TemporaryReadModel : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("territory-readmodel-").FullName;
    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private SqliteJournal journal = null!;

    public IJournal Journal => journal;

    /// <param name="projection">Null: today's read model.</param>
    public static async Task<TemporaryReadModel> OpenAsync(IProjection? projection = null)
    {
        var model = new TemporaryReadModel();
        await model.ReopenAsync(projection: projection);
        return model;
    }

    public Task<JournalVerification> VerifyAsync() => journal.VerifyAsync();

    /// <summary>Closes and opens again, with the tables as they are or built anew from the journal.</summary>
    public async Task ReopenAsync(bool rebuild = false, IProjection? projection = null)
    {
        if (journal is not null)
            await journal.DisposeAsync();
        var options = new SqliteJournalOptions { Path = Path.Combine(folder, "journal.db"), RebuildProjections = rebuild };
        journal = await SqliteJournal.OpenAsync(options, [projection ?? new TerritoryProjection()]);
    }

    public async Task AppendAsync(string kind, string id, params IEvent[] events)
    {
        var stream = StreamId.Of(kind, id);
        var version = versions.GetValueOrDefault(stream.Value);
        var data = events.Select(e => new EventData(EventCodec.AliasOf(e), EventCodec.Encode(e))).ToArray();
        var result = await journal.AppendAsync(new AppendRequest(stream, version, CommandId.New(), "test", data, Array.Empty<byte>()));
        result.Status.ShouldBe(AppendStatus.Appended);
        versions[stream.Value] = version + events.Length;
    }

    /// <summary>Every row of every table, as text.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> DumpAsync()
    {
        using var snapshot = await journal.OpenSnapshotAsync();
        return new TerritoryProjection().Tables.ToDictionary(table => table, table => Rows(snapshot, $"SELECT * FROM {table}"));
    }

    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        using var snapshot = await journal.OpenSnapshotAsync();
        return Rows(snapshot, sql);
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static IReadOnlyList<string> Rows(IReadSnapshot snapshot, string sql)
    {
        var list = new List<string>();
        using var rows = snapshot.Query(sql);
        while (rows.Read())
        {
            // A blob's text form is cut, so its bytes are written out.
            list.Add(string.Join(" | ", Enumerable.Range(0, rows.Columns).Select(column =>
                rows.GetValue(column) is { Kind: SqlKind.Blob } blob ? Convert.ToHexString(blob.Blob.Span) : rows.GetString(column))));
        }

        return list;
    }
}
