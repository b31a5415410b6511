namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A4 paper (ISO 216), less its margins and a reserve at the foot for fonts that are wider than expected.</summary>
/// <param name="FactShares">The widths, in proportion, of the facts that stand side by side in a sheet's head.</param>
internal sealed record SheetPaper(string Orientation, double WidthMillimeters, double HeightMillimeters, IReadOnlyList<double> FactShares)
{
    private const double Margin = 8;
    private const double Reserve = 5;

    public static SheetPaper Landscape { get; } = new("landscape", 297 - (2 * Margin), 210 - (2 * Margin) - Reserve, [1, 1, 1.6, 1]);

    public static SheetPaper Portrait { get; } = new("portrait", 210 - (2 * Margin), 297 - (2 * Margin) - Reserve, [1, 1, 1.6]);
}
