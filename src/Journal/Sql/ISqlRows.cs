namespace Territory.Journal.Sql;

/// <summary>The rows of a running query, one at a time. Columns count from 0.</summary>
public interface ISqlRows : IDisposable
{
    int Columns { get; }

    /// <summary>Moves to the next row; false when there is none.</summary>
    bool Read();

    bool IsNull(int column);

    bool GetBoolean(int column);

    int GetInt32(int column);

    long GetInt64(int column);

    double GetDouble(int column);

    /// <summary>The text, or an empty string for null.</summary>
    string GetString(int column);

    /// <summary>The text, or null.</summary>
    string? GetStringOrNull(int column);

    /// <summary>A copy of the bytes; empty for null.</summary>
    byte[] GetBytes(int column);

    /// <summary>The value as it is stored.</summary>
    SqlValue GetValue(int column);
}
