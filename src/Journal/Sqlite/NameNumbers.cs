namespace Territory.Journal.Sqlite;

/// <summary>Numbers of streams, aliases and actors, for the writer. Forgotten after a rollback, since it may have taken numbers back.</summary>
internal sealed class NameNumbers(SqliteDatabase database, int capacity)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a name, or null when it has none yet.</summary>
    public long? Find(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        using var rows = database.Rows("SELECT id FROM journal_name WHERE name = ?1", name);
        return rows.Read() ? Remember(name, rows.GetInt64(0)) : null;
    }

    /// <summary>The number of a name; a new name is written.</summary>
    public long Get(string name)
    {
        if (Find(name) is { } number)
            return number;
        using var rows = database.Rows("INSERT INTO journal_name (name) VALUES (?1) RETURNING id", name);
        rows.Read();
        number = rows.GetInt64(0);
        rows.Read();
        return Remember(name, number);
    }

    public void Forget() => _numbers.Clear();

    private long Remember(string name, long number)
    {
        if (_numbers.Count >= capacity)
            _numbers.Clear();
        _numbers.Add(name, number);
        return number;
    }
}
