using Territory.Dashboard.Exports.Calendars;
using Territory.Dashboard.Exports.Sheets;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports;

/// <summary>How a plan's files are made.</summary>
/// <param name="Stamp">When they are made, for calendars.</param>
/// <param name="Earlier">The version that calendars may hold; they are told what of it is no more. Null: none.</param>
public sealed record DeliveryFileOptions(DateTimeOffset Stamp, SheetOptions Sheets, CalendarDetail Detail = CalendarDetail.Stops, PlannedDeliveries? Earlier = null);
