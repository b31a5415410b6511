using System.Collections.Concurrent;

namespace Territory.Journal.Sqlite;

/// <summary>Names of streams, aliases and actors by number, shared by all readers. A number never changes its name once it is committed.</summary>
internal sealed class EntryNames(int capacity)
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    public string Get(SqliteDatabase database, long number)
    {
        if (_names.TryGetValue(number, out var name))
            return name;
        using var rows = database.Rows("SELECT name FROM journal_name WHERE id = ?1", number);
        if (!rows.Read())
            throw new InvalidDataException($"An event refers to name {number}, which is not in the journal.");
        name = rows.GetString(0);
        if (_names.Count >= capacity)
            _names.Clear();
        _names[number] = name;
        return name;
    }
}
