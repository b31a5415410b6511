namespace Territory.Journal.Sql;

/// <summary>The connection of the journal's writer, inside the transaction of the append. It must not be kept after the call.</summary>
public interface IProjectionConnection : IQueryConnection
{
    /// <summary>Runs one statement with parameters ?1, ?2, ... and returns how many rows it changed. Statements are cached by their text.</summary>
    int Execute(string sql, params ReadOnlySpan<SqlValue> values);
}
