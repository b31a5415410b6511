using System.Text;
using Territory.Model.Ids;

namespace Territory.Journal.Tests.Fixtures;

/// <summary>Short ways to write appends and to read them back.</summary>
internal static class Requests
{
    public static AppendRequest Append(string stream, long expectedVersion, params string[] payloads) =>
        Append(CommandId.New(), stream, expectedVersion, payloads);

    public static AppendRequest Append(CommandId command, string stream, long expectedVersion, params string[] payloads) =>
        new(new StreamId(stream), expectedVersion, command, "tester", [.. payloads.Select(payload => new EventData("noted", Bytes(payload)))], Bytes($"answer of {command}"));

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(this ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public static string Text(this JournalEntry entry) => entry.Payload.Text();

    public static async Task<List<JournalEntry>> AllAsync(this IJournal journal, long afterPosition = 0) =>
        await journal.ReadAsync(afterPosition, int.MaxValue).ToListAsync();
}
