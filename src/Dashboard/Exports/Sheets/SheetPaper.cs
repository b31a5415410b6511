namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A4 paper (ISO 216), less its margins and a reserve at the foot for fonts that are wider than expected.</summary>
internal sealed record SheetPaper(string Orientation, double WidthMillimeters, double HeightMillimeters)
{
    private const double Margin = 8;
    private const double Reserve = 5;

    public static SheetPaper Landscape { get; } = new("landscape", 297 - (2 * Margin), 210 - (2 * Margin) - Reserve);

    public static SheetPaper Portrait { get; } = new("portrait", 210 - (2 * Margin), 297 - (2 * Margin) - Reserve);
}
