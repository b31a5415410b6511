using CsvHelper;
using Territory.Model.Problems;

namespace Territory.Imports.Tables;

/// <summary>A CSV file read whole: its headers and rows, and what was wrong with its form.</summary>
public sealed record CsvTable(IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows, IReadOnlyList<Problem> Problems)
{
    private const int LargestRecordCharacters = 1 << 20;
    private const int MostColumns = 512;
    private const int LongestShownCharacters = 80;

    public static CsvTable Parse(string text, string file)
    {
        var problems = new List<Problem>();
        var rows = new List<TableRow>();
        IReadOnlyList<string> headers = [];
        try
        {
            using var reader = CsvReader.FromText(text, new CsvReaderOptions
            {
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = LargestRecordCharacters,
                OnMalformedRecord = record => problems.Add(Malformed(record, file)),
            });
            while (reader.Read())
            {
                if (reader.FieldCount > MostColumns)
                {
                    problems.Add(new Problem("table.columns", $"A table may have at most {MostColumns} columns.", file, reader.LineNumber, Value: $"{reader.FieldCount}"));
                    break;
                }

                var cells = Enumerable.Range(0, reader.FieldCount).Select(index => Cell.Clean(reader.GetString(index))).ToArray();
                if (headers.Count == 0)
                    headers = cells;
                else if (cells.Any(cell => cell.Length > 0))
                    rows.Add(new TableRow(reader.LineNumber, cells));
            }
        }
        catch (CsvFormatException failure)
        {
            problems.Add(new Problem("table.malformed", failure.Message, file, failure.LineNumber));
        }

        if (headers.Count == 0 && problems.Count == 0)
            problems.Add(new Problem("table.empty", "The file has no header line.", file, 1));
        return new CsvTable(headers, rows, problems);
    }

    private static Problem Malformed(CsvMalformedRecord record, string file) => new(
        "table.quoting",
        record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "A quoted field is never closed; put a quote at its end.",
            CsvMalformedReason.TextAfterClosingQuote => "There is text after a closing quote; double a quote inside a quoted field.",
            CsvMalformedReason.StrayQuote => "There is a quote inside an unquoted field; quote the whole field and double the quote.",
            _ => $"The line is malformed ({record.Reason}).",
        },
        file,
        record.LineNumber,
        Value: record.RawRecord is { Length: > LongestShownCharacters } raw ? raw[..LongestShownCharacters] : record.RawRecord);
}
