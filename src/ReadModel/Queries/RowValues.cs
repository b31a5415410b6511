using Territory.Journal.Sql;

namespace Territory.ReadModel.Queries;

/// <summary>Dates and instants as the tables keep them: day numbers and Unix milliseconds.</summary>
internal static class RowValues
{
    public static DateOnly Day(this ISqlRows rows, int column) => DateOnly.FromDayNumber(rows.GetInt32(column));

    public static DateOnly? DayOrNull(this ISqlRows rows, int column) => rows.IsNull(column) ? null : rows.Day(column);

    public static DateTimeOffset Instant(this ISqlRows rows, int column) => DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this ISqlRows rows, int column) => rows.IsNull(column) ? null : rows.Instant(column);
}
