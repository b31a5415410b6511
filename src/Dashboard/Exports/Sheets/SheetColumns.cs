using System.Globalization;
using System.Text;
using Territory.Model;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The columns of a printed table: their widths rule both the style sheet and the height that a row is expected to take.</summary>
/// <param name="name">The table's class in HTML.</param>
internal sealed class SheetColumns(string name, params IReadOnlyList<SheetColumn> columns)
{
    public const string End = "</tbody></table>";

    // Left and right, or above and below, with the borders.
    private const double HorizontalPaddingMillimeters = 2.5;
    private const double VerticalPaddingMillimeters = 1.8;

    public string Begin => $"<table class=\"{name}\"><colgroup>{string.Concat(Enumerable.Repeat("<col>", columns.Count))}</colgroup>";

    public string Style { get; } = string.Concat(columns.Index().Select(column => string.Create(
        CultureInfo.InvariantCulture,
        $".{name} col:nth-child({column.Index + 1}) {{ width: {column.Item.Millimeters:0.##}mm; }}{(column.Item.IsNumber ? $" .{name} td:nth-child({column.Index + 1}) {{ text-align: right; }}" : "")}\n")));

    /// <summary>The table's head; it opens the body.</summary>
    /// <param name="lastNames">The names of the last columns, where they differ from table to table.</param>
    public SheetBlock Head(SheetText text, IReadOnlyList<LocalizedText>? lastNames = null)
    {
        var lines = 1;
        var html = new StringBuilder("<thead><tr>");
        var ownNames = columns.Count - (lastNames?.Count ?? 0);
        foreach (var (index, column) in columns.Index())
        {
            var words = index < ownNames ? column.Name : lastNames![index - ownNames];
            html.Append("<th>").Append(text.Stacked(words)).Append("</th>");
            lines = Math.Max(lines, text.IsStacked(words) ? LinesOf(words.Zh, column) + LinesOf(words.En, column) : LinesOf(text.Plain(words), column));
        }

        return new SheetBlock(html.Append("</tr></thead><tbody>").ToString(), HeightOf(lines));
    }

    /// <param name="leastMillimeters">The height that a hand needs to write into.</param>
    public SheetBlock Row(IReadOnlyList<string> cells, double leastMillimeters = 0, string? rowClass = null)
    {
        var lines = 1;
        var html = new StringBuilder(rowClass is null ? "<tr>" : $"<tr class=\"{rowClass}\">");
        foreach (var (cell, column) in cells.Zip(columns))
        {
            html.Append("<td>").Append(SheetText.Escaped(cell)).Append("</td>");
            lines = Math.Max(lines, LinesOf(cell, column));
        }

        return new SheetBlock(html.Append("</tr>").ToString(), Math.Max(leastMillimeters, HeightOf(lines)));
    }

    private static int LinesOf(string text, SheetColumn column) => TextMeasure.Lines(text, (column.Millimeters - HorizontalPaddingMillimeters) / SheetStyle.EmMillimeters);

    private static double HeightOf(int lines) => (lines * SheetStyle.LineMillimeters) + VerticalPaddingMillimeters;
}

/// <summary>One column of a printed table.</summary>
internal sealed record SheetColumn(LocalizedText Name, double Millimeters, bool IsNumber = false);
