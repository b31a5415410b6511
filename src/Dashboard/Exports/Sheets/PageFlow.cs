using System.Text;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Cuts what belongs on one vehicle's sheet into pages, so that each page can name its number and theirs, and begins with the table's head again.</summary>
/// <remarks>
/// Browsers number the pages of a document, not those of a vehicle within it, and not all of them do that; so the pages are made here.
/// Complexity: linear in the rows.
/// </remarks>
/// <param name="paper">What a page holds.</param>
/// <param name="firstHeader">The height kept for the header of the first page, and <paramref name="runningHeader"/> for that of the others.</param>
internal sealed class PageFlow(SheetPaper paper, double firstHeader, double runningHeader)
{
    private readonly List<StringBuilder> pages = [new()];
    private double left = paper.HeightMillimeters - firstHeader;

    public void Add(SheetBlock block)
    {
        if (block.Millimeters > left)
            Break();
        Put(block);
    }

    /// <summary>Adds a table whose heading and head are repeated on every page it reaches, and which never leaves them alone.</summary>
    /// <param name="tailMillimeters">What must come on the same page as the last row, so that nobody signs a page of its own.</param>
    public void Add(
        SheetBlock heading, SheetBlock continuedHeading, SheetColumns columns, SheetBlock head, IReadOnlyList<SheetBlock> rows, double tailMillimeters = 0)
    {
        var isOpen = false;
        foreach (var (index, row) in rows.Index())
        {
            var title = index == 0 ? heading : continuedHeading;
            var needed = row.Millimeters + (isOpen ? 0 : title.Millimeters + head.Millimeters) + (index == rows.Count - 1 ? tailMillimeters : 0);
            if (needed > left)
            {
                if (isOpen)
                    pages[^1].Append(SheetColumns.End);
                isOpen = false;
                Break();
            }

            if (!isOpen)
            {
                Put(title);
                pages[^1].Append(columns.Begin);
                Put(head);
                isOpen = true;
            }

            Put(row);
        }

        if (isOpen)
            pages[^1].Append(SheetColumns.End);
    }

    /// <param name="header">The header of a page, by its number from 1 and the number of pages.</param>
    public void AppendTo(StringBuilder html, Func<int, int, string> header)
    {
        for (var page = 0; page < pages.Count; page++)
            html.Append("<section class=\"page\">").Append(header(page + 1, pages.Count)).Append(pages[page]).Append("</section>");
    }

    private void Put(SheetBlock block)
    {
        pages[^1].Append(block.Html);
        left -= block.Millimeters;
    }

    // What is taller than a whole page goes on one of its own, which the browser then breaks.
    private void Break()
    {
        if (pages[^1].Length == 0)
            return;
        pages.Add(new StringBuilder());
        left = paper.HeightMillimeters - runningHeader;
    }
}
