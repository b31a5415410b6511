using System.Globalization;
using System.Text;
using Territory.Journal.Sql;
using Territory.Journal.Sqlite;

namespace Territory.Journal.Verification;

/// <summary>Compares a table with its recomputation, row by row.</summary>
/// <remarks>
/// Algorithm: both are read in the order of the primary key (without one: of all columns), bytewise, and merged. Complexity: O(n log n) where the
/// order needs a sort, else O(n); memory of two rows.
/// </remarks>
internal sealed class TableComparison
{
    private readonly string _table;
    private readonly SqliteDatabase _stored;
    private readonly SqliteDatabase _recomputed;
    private readonly DefectList _defects;
    private readonly string[] _columns;
    private readonly int[] _key;

    public TableComparison(string table, SqliteDatabase stored, SqliteDatabase recomputed, DefectList defects)
    {
        _table = table;
        _stored = stored;
        _recomputed = recomputed;
        _defects = defects;
        var columns = recomputed.List("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid", row => (Name: row.GetString(0), Key: row.GetInt32(1)), table);
        _columns = [.. columns.Select(column => column.Name)];
        var key = columns.Select((column, index) => (column.Key, Index: index)).Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Index).ToArray();
        _key = key.Length > 0 ? key : [.. Enumerable.Range(0, _columns.Length)];
    }

    /// <summary>Returns how many rows were compared.</summary>
    public long Run(CancellationToken cancellationToken)
    {
        if (!SchemaAgrees())
            return 0;
        var select = $"SELECT {Names(Enumerable.Range(0, _columns.Length), "")} FROM \"{_table}\" ORDER BY {Names(_key, " COLLATE BINARY")}";
        using var stored = _stored.Rows(select);
        using var recomputed = _recomputed.Rows(select);
        var left = Next(stored);
        var right = Next(recomputed);
        var compared = 0L;
        while (left is not null || right is not null)
        {
            if ((++compared & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var order = left is null ? 1 : right is null ? -1 : CompareKeys(left, right);
            if (order < 0)
                _defects.Add(JournalDefectKind.Row, Place(left!), "is stored, but the journal does not make this row");
            else if (order > 0)
                _defects.Add(JournalDefectKind.Row, Place(right!), "is missing, but the journal makes this row");
            else
                CompareValues(left!, right!);
            if (order <= 0)
                left = Next(stored);
            if (order >= 0)
                right = Next(recomputed);
        }

        return compared;
    }

    private bool SchemaAgrees()
    {
        const string Sql = "SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY sql";
        var stored = _stored.List(Sql, row => row.GetString(0), _table);
        var recomputed = _recomputed.List(Sql, row => row.GetString(0), _table);
        if (stored.SequenceEqual(recomputed))
            return true;
        _defects.Add(JournalDefectKind.Projection, $"table {_table}", "its definition, or that of an index, differs from the code's; rebuild the projection");
        return false;
    }

    private void CompareValues(SqlValue[] stored, SqlValue[] recomputed)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] != recomputed[i])
                _defects.Add(JournalDefectKind.Row, Place(stored), $"{_columns[i]} is {stored[i]}, the journal makes it {recomputed[i]}");
        }
    }

    private SqlValue[]? Next(SqliteStatement rows)
    {
        if (!rows.Read())
            return null;
        var values = new SqlValue[_columns.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = rows.GetValue(i);
        return values;
    }

    private int CompareKeys(SqlValue[] left, SqlValue[] right)
    {
        foreach (var column in _key)
        {
            var order = Compare(left[column], right[column]);
            if (order != 0)
                return order;
        }

        return 0;
    }

    // The order of SQLite: null, numbers by value, texts by their UTF-8 bytes, blobs.
    private static int Compare(SqlValue left, SqlValue right)
    {
        var order = Class(left).CompareTo(Class(right));
        if (order != 0)
            return order;
        return left.Kind switch
        {
            SqlKind.Null => 0,
            SqlKind.Integer when right.Kind == SqlKind.Integer => left.Integer.CompareTo(right.Integer),
            SqlKind.Integer or SqlKind.Real => Number(left).CompareTo(Number(right)),
            SqlKind.Text => Encoding.UTF8.GetBytes(left.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.Text)),
            _ => left.Blob.Span.SequenceCompareTo(right.Blob.Span),
        };

        static int Class(SqlValue value) => value.Kind switch { SqlKind.Null => 0, SqlKind.Integer or SqlKind.Real => 1, SqlKind.Text => 2, _ => 3 };

        static double Number(SqlValue value) => value.Kind == SqlKind.Integer ? value.Integer : value.Real;
    }

    private string Place(SqlValue[] row) =>
        string.Create(CultureInfo.InvariantCulture, $"table {_table}, {string.Join(", ", _key.Select(column => $"{_columns[column]} {row[column]}"))}");

    private string Names(IEnumerable<int> columns, string suffix) =>
        string.Join(", ", columns.Select(column => $"\"{_columns[column].Replace("\"", "\"\"", StringComparison.Ordinal)}\"{suffix}"));
}
