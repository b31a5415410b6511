using Territory.Imports.Outlets;
using Territory.Imports.Tables;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;

namespace Territory.Grains.Lab.Censuses;

/// <summary>A region's market census (市场普查) as a table: outlets as they are imported, with three more columns, cell, our share and rivals' shares.</summary>
/// <param name="Files">The outlets, in the order of the rows.</param>
/// <param name="Terminals">The same with the further columns.</param>
/// <param name="Warnings">What a person might want to look at again.</param>
public sealed record CensusTable(IReadOnlyList<TerminalFile> Files, IReadOnlyList<CensusTerminal> Terminals, IReadOnlyList<Problem> Warnings)
{
    private static readonly string[] CellHeaders = ["cell", "网格", "片区"];
    private static readonly string[] OwnHeaders = ["ours", "ownshare", "我方份额"];
    private static readonly string[] RivalHeaders = ["rivals", "竞品", "竞品份额"];

    /// <summary>Whether an outlet of a census sells our products: a prospect does not, of others nobody knows.</summary>
    public static bool? SellsOurs(TerminalFile outlet) => outlet.Status == TerminalStatus.Prospect ? false : null;

    /// <param name="file">What the user calls it, for problems.</param>
    /// <exception cref="InvalidInputException">The text or one of its rows is refused; every problem is listed with its line.</exception>
    public static CensusTable Read(string text, string file, string region)
    {
        var table = CsvTable.Parse(text, file);
        var outlets = OutletImport.FromText(text, file, new RegionId(region), CoordinateSystem.Wgs84, []);
        var problems = outlets.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var (cell, own, rivals) = (IndexOf(table, CellHeaders), IndexOf(table, OwnHeaders), IndexOf(table, RivalHeaders));
        var terminals = new List<CensusTerminal>(outlets.Good.Count);
        // Without an error every row has become an outlet, in its order.
        for (var index = 0; index < outlets.Good.Count; index++)
        {
            var (row, outlet) = (table.Rows[index], outlets.Good[index]);
            var name = row[cell];
            terminals.Add(new CensusTerminal(
                outlet.Id.Value, outlet.Name, outlet.Location, outlet.Class, outlet.CategoryVolumePerMonth.Count, name.Length > 0 ? name : CensusGrid.CellOf(outlet.Location),
                Share(row[own], row.Line, "ours", file, problems), Rivals(row[rivals], row.Line, file, problems)));
        }

        foreach (var row in terminals.Zip(table.Rows).Where(pair => pair.First.OwnShare + pair.First.Rivals.Sum(rival => rival.Share) > 1 + 1e-6))
            problems.Add(new Problem("census.shares", "Our share and the rivals' together are at most 1.", file, row.Second.Line, "rivals", row.Second[rivals]));
        return problems.Count > 0 ? throw new InvalidInputException(problems) : new CensusTable(outlets.Good, terminals, outlets.Problems);
    }

    private static int IndexOf(CsvTable table, string[] names) =>
        table.Headers.Select((header, index) => (header, index)).Where(entry => names.Contains(entry.header.Trim().ToLowerInvariant())).Select(entry => entry.index).DefaultIfEmpty(-1).First();

    private static double Share(string cell, long line, string column, string file, List<Problem> problems)
    {
        if (cell.Length == 0)
            return 0;
        var percent = cell.EndsWith('%');
        if (Cell.TryNumber(percent ? cell[..^1] : cell, out var value) && (percent ? value / 100 : value) is >= 0 and <= 1)
            return percent ? value / 100 : value;
        problems.Add(new Problem("census.share", "A share from 0 to 1, or a percentage, is expected.", file, line, column, cell));
        return 0;
    }

    private static List<RivalShare> Rivals(string cell, long line, string file, List<Problem> problems)
    {
        var rivals = new List<RivalShare>();
        foreach (var entry in cell.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = entry.LastIndexOf(':');
            if (colon <= 0)
                problems.Add(new Problem("census.rival", "Rivals are written as name:share, separated by semicolons.", file, line, "rivals", entry));
            else
                rivals.Add(new RivalShare(entry[..colon].Trim(), Share(entry[(colon + 1)..].Trim(), line, "rivals", file, problems)));
        }

        return rivals;
    }
}
