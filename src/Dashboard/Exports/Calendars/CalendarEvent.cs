using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Calendars;

/// <summary>One event of a delivery calendar.</summary>
/// <param name="Uid">The same for the same errand in every version of the plan, so that a calendar changes the event that it has.</param>
internal sealed record CalendarEvent(string Uid, DateTimeOffset Start, DateTimeOffset End, string Summary, string Description, string? Place, GeoPoint Location, string? Link);
