using Territory.Model.Terminals;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Terminal files as a census: those that are open for trade, with their class and the category's volume where it is known.</summary>
public static class FileCensus
{
    private const double DaysPerMonth = 30.4375;

    /// <param name="sellsOurs">Whether a terminal sells our products on the first day; null where nobody knows.</param>
    /// <param name="shelf">A terminal's shelf; null where nobody knows.</param>
    public static IReadOnlyList<ScenarioTerminal> Of(
        IEnumerable<TerminalFile> files, CensusTerms terms, Func<TerminalFile, bool?> sellsOurs, Func<TerminalFile, ScenarioShelf?>? shelf = null) =>
    [
        .. files
            .Where(file => file.Status is not TerminalStatus.Closed)
            .OrderBy(file => file.Id.Value, StringComparer.Ordinal)
            .Select(file => new ScenarioTerminal(
                file.Id.Value,
                file.Location.Longitude,
                file.Location.Latitude,
                file.Class,
                file.CategoryVolumePerMonth.Count > 0 ? file.CategoryVolumePerMonth.Count * terms.UnitsPerCase / DaysPerMonth : null,
                sellsOurs(file),
                Shelf: shelf?.Invoke(file))),
    ];
}
