namespace Territory.Journal.Sql;

/// <summary>Whole results of a query.</summary>
public static class SqlQueries
{
    /// <summary>The first row, mapped; default when there is none.</summary>
    public static T? First<T>(this IQueryConnection connection, string sql, Func<ISqlRows, T> map, params ReadOnlySpan<SqlValue> values)
    {
        using var rows = connection.Query(sql, values);
        return rows.Read() ? map(rows) : default;
    }

    /// <summary>All rows, mapped.</summary>
    public static List<T> List<T>(this IQueryConnection connection, string sql, Func<ISqlRows, T> map, params ReadOnlySpan<SqlValue> values)
    {
        var list = new List<T>();
        using var rows = connection.Query(sql, values);
        while (rows.Read())
            list.Add(map(rows));
        return list;
    }

    /// <summary>The integer in the first column of the first row; null when there is no row or it holds null.</summary>
    public static long? Integer(this IQueryConnection connection, string sql, params ReadOnlySpan<SqlValue> values)
    {
        using var rows = connection.Query(sql, values);
        return rows.Read() && !rows.IsNull(0) ? rows.GetInt64(0) : null;
    }
}
