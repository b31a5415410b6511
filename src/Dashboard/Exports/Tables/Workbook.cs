using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Territory.Dashboard.Exports.Tables;

/// <summary>An Office Open XML workbook (.xlsx, ECMA-376) of one sheet whose first row, the header, stays in view.</summary>
/// <remarks>Text is stored as text, never as a formula; times and dates too, so that what is read back is what was written, on any machine's settings.</remarks>
internal static class Workbook
{
    private const double WidestColumn = 40;

    public static byte[] Of(string sheetName, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            List<IReadOnlyList<TableCell>> all = [[.. header.Select(name => new TableCell(name))], .. rows];
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                WidthsOf(all),
                new SheetData(all.Select((cells, row) => RowOf((uint)row + 1, cells))));
            workbook.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
        }

        return stream.ToArray();
    }

    private static Row RowOf(uint number, IReadOnlyList<TableCell> cells) => new(cells.Select(
        (cell, column) => CellOf($"{ColumnName(column)}{number}", cell)))
    { RowIndex = number };

    private static Cell CellOf(string reference, TableCell cell) => cell.IsNumber
        ? new Cell { CellReference = reference, DataType = CellValues.Number, CellValue = new CellValue(cell.Text) }
        : new Cell(new InlineString(new Text(XmlText.Clean(cell.Text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = reference, DataType = CellValues.InlineString };

    private static Columns WidthsOf(List<IReadOnlyList<TableCell>> rows) => new(Enumerable.Range(0, rows[0].Count).Select(column => new Column
    {
        Min = (uint)column + 1,
        Max = (uint)column + 1,
        CustomWidth = true,
        // Spreadsheets count in digits; a Chinese character takes about two.
        Width = Math.Min(WidestColumn, 2 + rows.Max(row => row[column].Text.Sum(letter => letter < 0x2E80 ? 1 : 2))),
    }));

    private static string ColumnName(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{ColumnName((column / 26) - 1)}{(char)('A' + (column % 26))}";
}
