namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A piece of a printed page that is not broken, and the height that is kept for it.</summary>
internal readonly record struct SheetBlock(string Html, double Millimeters);
