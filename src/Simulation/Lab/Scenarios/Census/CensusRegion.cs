using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>A census as the lab's columns: classes, sizes, the cells in which consumers live and what they buy.</summary>
/// <remarks>
/// A terminal's size is what it sells of the category; a cell's consumers buy what the cell's terminals sell, so that Huff's rule divides a
/// known total and not an invented one.
/// </remarks>
public static class CensusRegion
{
    private const double LeastUnits = 0.01;

    /// <summary>The area taken up by the terminals: that of the cells with any in them.</summary>
    public static double AreaSquareKilometres(LabCells cells, CensusTerms terms) => cells.Count * terms.CellKilometres * terms.CellKilometres;

    public static (LabTerminals Terminals, LabCells Cells) Build(string region, IReadOnlyList<ScenarioTerminal> census, CensusTerms terms)
    {
        var units = census.Select(terminal => Math.Max(terminal.UnitsPerDay ?? terms.UnitsPerTerminalDay ?? 0, LeastUnits) * terms.DemandFactor).ToArray();
        var (places, cells) = Cells(census, units, terms.CellKilometres);
        var keys = census.Select(terminal => LabTerminals.KeyOf(region, terminal.Id)).ToArray();
        var terminals = new LabTerminals
        {
            Keys = keys,
            Longitudes = [.. census.Select(terminal => terminal.Longitude)],
            Latitudes = [.. census.Select(terminal => terminal.Latitude)],
            Classes = Classes(census, units, terms.ClassCutOffs),
            Sizes = [.. units.Select(value => Math.Max(value, LeastUnits))],
            Cells = places,
            RivalBrands = census.Any(terminal => terminal.RivalBrands is not null) ? [.. census.Select(terminal => terminal.RivalBrands ?? 0)] : [],
            Adopted = Adopted(census, keys, terms.OpeningDistribution),
        };
        return (terminals, cells);
    }

    private static TerminalClass[] Classes(IReadOnlyList<ScenarioTerminal> census, double[] units, IReadOnlyList<double>? cutOffs)
    {
        if (cutOffs is null)
            return [.. census.Select(terminal => terminal.Class ?? TerminalClass.C)];
        var classes = new TerminalClass[census.Count];
        var largestFirst = Enumerable.Range(0, census.Count).OrderByDescending(index => units[index]).ThenBy(index => census[index].Id, StringComparer.Ordinal);
        foreach (var (rank, index) in largestFirst.Index())
        {
            var part = (rank + 0.5) / census.Count;
            classes[index] = part < cutOffs[0] ? TerminalClass.A : part < cutOffs[1] ? TerminalClass.B : TerminalClass.C;
        }

        return classes;
    }

    // The same terminals whatever the part: those of a lower part are among those of a higher one.
    private static bool[] Adopted(IReadOnlyList<ScenarioTerminal> census, ulong[] keys, double part)
    {
        if (part <= 0 && census.All(terminal => terminal.SellsOurs is not true))
            return [];
        return [.. census.Select((terminal, index) =>
            terminal.SellsOurs ?? Draw.Of(0, DrawPurpose.OpeningStock, new EntityKey(keys[index])).NextUniform() < part)];
    }

    private static (int[] Places, LabCells Cells) Cells(IReadOnlyList<ScenarioTerminal> census, double[] units, double kilometres)
    {
        var grid = SquareGrid.Over([.. census.Select(terminal => terminal.Latitude)], kilometres);
        var squares = census.Select(terminal => grid.SquareOf(terminal.Longitude, terminal.Latitude)).ToArray();
        var numbers = squares.Distinct().Order().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var sums = new double[numbers.Count];
        var places = new int[census.Count];
        for (var index = 0; index < census.Count; index++)
        {
            places[index] = numbers[squares[index]];
            sums[places[index]] += units[index];
        }

        var cells = new LabCells
        {
            Longitudes = [.. numbers.Keys.Select(square => grid.MiddleOf(square).Longitude)],
            Latitudes = [.. numbers.Keys.Select(square => grid.MiddleOf(square).Latitude)],
            UnitsPerDay = sums,
        };
        return (places, cells);
    }
}
