namespace Territory.ReadModel.Queries;

/// <summary>Outlets as parallel columns, which travel and parse faster than objects.</summary>
/// <param name="Position">The journal position of all columns.</param>
/// <param name="Day">The day from which <paramref name="SinceVisitDays"/> counts.</param>
/// <param name="Index">The outlet's number in live frames: it never changes, and has gaps where outlets are out of scope.</param>
/// <param name="CoverDays">The lowest days of cover among listed products; null when nothing sells.</param>
/// <param name="SinceVisitDays">Null when never visited.</param>
public sealed record OutletColumns(
    long Position,
    DateOnly Day,
    IReadOnlyList<int> Index,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> Names,
    IReadOnlyList<double> Lon,
    IReadOnlyList<double> Lat,
    IReadOnlyList<string> Kind,
    IReadOnlyList<string> Class,
    IReadOnlyList<string?> Rep,
    IReadOnlyList<string?> Distributor,
    IReadOnlyList<double?> CoverDays,
    IReadOnlyList<int?> SinceVisitDays,
    IReadOnlyList<int> OutOfStock,
    IReadOnlyList<int> Listed,
    IReadOnlyList<string> Status);
