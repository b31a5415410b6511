using Territory.Journal.Sql;
using Territory.Model.Geography;

namespace Territory.ReadModel.Queries;

/// <summary>An outlet as maps and lists show it.</summary>
/// <param name="Index">Its number in live frames; it never changes.</param>
/// <param name="CoverDays">The lowest days of cover among listed products; null when nothing sells.</param>
public readonly record struct OutletRow(
    int Index,
    string Id,
    string Name,
    GeoPoint Location,
    string Kind,
    string Class,
    string Status,
    string? Rep,
    string? Distributor,
    double? CoverDays,
    DateOnly? LastVisitOn,
    int OutOfStock,
    int Listed)
{
    internal const string Columns =
        "t.ordinal, t.id, t.name, t.lon, t.lat, t.kind, t.class, t.status, t.rep, t.distributor, t.cover_days, t.last_visit_on, t.out_of_stock, t.listed";

    internal static OutletRow Read(ISqlRows rows) => new(
        rows.GetInt32(0) - 1,
        rows.GetString(1),
        rows.GetString(2),
        new GeoPoint(rows.GetDouble(3), rows.GetDouble(4)),
        rows.GetString(5),
        rows.GetString(6),
        rows.GetString(7),
        rows.GetStringOrNull(8),
        rows.GetStringOrNull(9),
        rows.IsNull(10) ? null : rows.GetDouble(10),
        rows.DayOrNull(11),
        rows.GetInt32(12),
        rows.GetInt32(13));

    /// <summary>Days since the last valid visit; null when there was none.</summary>
    public int? DaysSinceVisit(DateOnly today) => LastVisitOn is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : null;
}
