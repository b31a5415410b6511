namespace Territory.Journal.Sql;

/// <summary>Runs prepared queries. Statements are cached by their text, so pass constant SQL with parameters ?1, ?2, ...</summary>
public interface IQueryConnection
{
    /// <summary>Runs a query; dispose the rows before the connection is used for anything that writes to the same tables.</summary>
    ISqlRows Query(string sql, params ReadOnlySpan<SqlValue> values);
}
