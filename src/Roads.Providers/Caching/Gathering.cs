using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Providers.Caching;

/// <summary>One caller's matrix while it fills from the store and from answers: distinct sources by distinct targets.</summary>
internal sealed class Gathering
{
    private const int Missing = int.MinValue;

    private readonly SortedSet<string> labels = new(StringComparer.Ordinal);
    private readonly int[] ownColumns;
    private readonly int[] seconds;
    private readonly int[] meters;

    public Gathering(Place[] sources, Place[] targets, TravelMode mode)
    {
        Sources = sources;
        Targets = targets;
        Mode = mode;
        seconds = new int[checked(sources.Length * targets.Length)];
        meters = new int[seconds.Length];
        Array.Fill(seconds, Missing);
        var columns = targets.Index().ToDictionary(place => place.Item, place => place.Index);
        ownColumns = [.. sources.Select(source => columns.GetValueOrDefault(source, -1))];
        for (var row = 0; row < sources.Length; row++)
        {
            // A place is at no distance from itself; nobody needs to be asked.
            if (ownColumns[row] >= 0)
                seconds[(row * targets.Length) + ownColumns[row]] = 0;
        }
    }

    public Place[] Sources { get; }

    public Place[] Targets { get; }

    public TravelMode Mode { get; }

    /// <summary>Where the figures come from: one label as a rule; several where the provider changed its own, approximations first.</summary>
    public string Source(string whenNothingWasAsked) => labels.Count == 0
        ? whenNothingWasAsked
        : string.Join("; ", labels.OrderBy(label => !TravelMatrix.IsStraightLine(label)).ThenBy(label => label, StringComparer.Ordinal));

    public int OwnColumn(int row) => ownColumns[row];

    public bool IsMissing(int row, int column) => seconds[(row * Targets.Length) + column] == Missing;

    public void Put(int row, int column, int pairSeconds, int pairMeters, string label)
    {
        var cell = (row * Targets.Length) + column;
        (seconds[cell], meters[cell]) = (pairSeconds, pairMeters);
        labels.Add(label);
    }

    /// <summary>Takes what it lacks out of an answer.</summary>
    public void Take(Fetch fetch, RectangularMatrix answer)
    {
        foreach (var (row, answerRow, column, answerColumn) in Shared(fetch))
        {
            if (IsMissing(row, column))
                Put(row, column, answer.SecondsFrom(answerRow)[answerColumn], answer.MetersFrom(answerRow)[answerColumn], answer.Source);
        }
    }

    /// <summary>The cells that this and a fetch have in common.</summary>
    public IEnumerable<(int Row, int FetchRow, int Column, int FetchColumn)> Shared(Fetch fetch)
    {
        var columns = Targets.Select((target, column) => (Column: column, Fetched: fetch.ColumnOf(target))).Where(pair => pair.Fetched >= 0).ToArray();
        for (var row = 0; row < Sources.Length; row++)
        {
            var fetchRow = fetch.RowOf(Sources[row]);
            if (fetchRow < 0)
                continue;
            foreach (var (column, fetchColumn) in columns)
                yield return (row, fetchRow, column, fetchColumn);
        }
    }

    /// <summary>The figures spread out to the lists that were asked for, in which a place may stand more than once.</summary>
    public (int[] Seconds, int[] Meters) Spread(int[] rowOf, int[] columnOf)
    {
        var allSeconds = new int[checked(rowOf.Length * columnOf.Length)];
        var allMeters = new int[allSeconds.Length];
        var cell = 0;
        foreach (var row in rowOf)
        {
            foreach (var column in columnOf)
            {
                var from = (row * Targets.Length) + column;
                (allSeconds[cell], allMeters[cell]) = (seconds[from], meters[from]);
                cell++;
            }
        }

        return (allSeconds, allMeters);
    }
}
