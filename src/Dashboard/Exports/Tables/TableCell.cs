namespace Territory.Dashboard.Exports.Tables;

/// <summary>One cell of a table: its text, and whether it is a number that a spreadsheet may add up.</summary>
internal readonly record struct TableCell(string Text, bool IsNumber = false)
{
    public static implicit operator TableCell(string text) => new(text);
}
