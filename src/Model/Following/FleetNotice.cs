using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Following;

/// <summary>Something that the tracks of the vehicles show (跟踪提醒). Positions are never journaled, and neither is what they show.</summary>
/// <param name="Since">When it began; it is told once it has lasted.</param>
/// <param name="Terminal">The stop that was reached or left; null for the others.</param>
/// <param name="Lasted">For how long it went on; null while it does.</param>
/// <param name="Meters">Off the route: the farthest from it so far.</param>
public sealed record FleetNotice(
    NoticeKind Kind,
    VehicleId Vehicle,
    TimeOfDay Since,
    GeoPoint Location,
    TerminalId? Terminal = null,
    Duration? Lasted = null,
    int? Meters = null)
{
    /// <summary>Counts up within a region, over days as well; it begins anew with the process, as the notices do.</summary>
    public int Number { get; init; }

    /// <summary>A dispatcher has seen it.</summary>
    public bool IsAcknowledged { get; init; }
}
