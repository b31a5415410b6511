namespace Territory.Imports.Tables;

/// <summary>One row of a table with the line it starts on, counted from 1.</summary>
public sealed record TableRow(long Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column, empty where the row is short.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
