using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Providers.Caching;

/// <summary>A block that is being asked for; whoever lacks a pair of it waits for this one answer.</summary>
internal sealed class Fetch(TravelMode mode, Place[] sources, Place[] targets)
{
    private readonly Dictionary<Place, int> rows = sources.Index().ToDictionary(place => place.Item, place => place.Index);
    private readonly Dictionary<Place, int> columns = targets.Index().ToDictionary(place => place.Item, place => place.Index);

    public TravelMode Mode { get; } = mode;

    public Place[] Sources { get; } = sources;

    public Place[] Targets { get; } = targets;

    /// <summary>How many callers wait for it. One whose turn comes when nobody does is not sent.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether it has been put in line to be sent.</summary>
    public bool IsBegun { get; set; }

    public TaskCompletionSource<RectangularMatrix> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The place's row, or -1.</summary>
    public int RowOf(Place source) => rows.GetValueOrDefault(source, -1);

    /// <summary>The place's column, or -1.</summary>
    public int ColumnOf(Place target) => columns.GetValueOrDefault(target, -1);
}
