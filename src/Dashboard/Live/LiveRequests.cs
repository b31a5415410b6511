using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Dashboard.Live;

/// <summary>What the map shows, in degrees.</summary>
public sealed record ViewBounds(double West, double South, double East, double North)
{
    /// <summary>A little more than the screen, so that what drives in is there already.</summary>
    private const double Margin = 0.15;

    public GeoBounds Widened()
    {
        var (dx, dy) = ((East - West) * Margin, (North - South) * Margin);
        return new GeoBounds(West - dx, South - dy, East + dx, North + dy);
    }

    public bool IsValid => double.IsFinite(West) && double.IsFinite(South) && double.IsFinite(East) && double.IsFinite(North) && West <= East && South <= North;
}

/// <param name="LastSequence">The last frame received before the connection was lost.</param>
/// <param name="Position">The journal position of the outlets the client has loaded; null: it has none, and gets all that are in view.</param>
public sealed record OpenRequest(RegionId Region, ViewBounds View, double Zoom = 0, long? LastSequence = null, long? Position = null);

public sealed record ViewRequest(ViewBounds View, double Zoom = 0);
