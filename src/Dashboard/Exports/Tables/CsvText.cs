using System.Globalization;
using System.Text;

namespace Territory.Dashboard.Exports.Tables;

/// <summary>A CSV (RFC 4180) in the making. A cell that a spreadsheet would run as a formula is kept as text.</summary>
public sealed class CsvText
{
    private readonly StringBuilder text = new();

    public CsvText(IReadOnlyList<string> header) => Row(header);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public void Row(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            text.Append(Quoted(cells[i]));
        }

        text.Append("\r\n");
    }

    public override string ToString() => text.ToString();

    private static string Quoted(string cell)
    {
        // A number below zero is a number to a spreadsheet too.
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
