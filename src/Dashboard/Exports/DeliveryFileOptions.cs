using Territory.Dashboard.Exports.Calendars;
using Territory.Dashboard.Exports.Sheets;

namespace Territory.Dashboard.Exports;

/// <summary>How a plan's files are made.</summary>
/// <param name="Stamp">When they are made, for calendars.</param>
public sealed record DeliveryFileOptions(DateTimeOffset Stamp, SheetOptions Sheets, CalendarDetail Detail = CalendarDetail.Stops);
