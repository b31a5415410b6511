using Territory.Dashboard.Exports.Calendars;
using Territory.Dashboard.Exports.Maps;
using Territory.Dashboard.Exports.Navigation;
using Territory.Dashboard.Exports.Sheets;
using Territory.Dashboard.Exports.Tables;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports;

/// <summary>What goes out of a delivery plan: tables, routes, calendars, links and the sheets to print, by name.</summary>
public static class DeliveryFiles
{
    /// <summary>The name under which <see cref="Cancelling"/> is asked for.</summary>
    public const string CancelledName = "cancelled.ics";

    public const string CalendarName = "ics";

    private const string Calendar = "text/calendar; charset=utf-8; method=";

    private static readonly Dictionary<string, Func<PlannedDeliveries, DeliveryFileOptions, PlanFile>> Makers = new(StringComparer.Ordinal)
    {
        ["csv"] = (day, _) => PlanFiles.Csv(DeliveryTable.Csv(day)),
        ["xlsx"] = (day, _) => new PlanFile(
            ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Workbook.Of($"{day.Plan.Date:yyyy-MM-dd}", DeliveryTable.Header, DeliveryTable.RowsOf(day))),
        ["gpx"] = (day, _) => PlanFiles.Text(".gpx", "application/gpx+xml", DeliveryGpx.Of(day)),
        [CalendarName] = (day, options) => PlanFiles.Text(".ics", $"{Calendar}PUBLISH", DeliveryCalendar.Of(day, options.Detail, options.Stamp, options.Earlier)),
        ["links.json"] = (day, _) => PlanFiles.Json(DeliveryLinks.Json(day), "-links.json"),
        ["sheets.html"] = (day, options) => Page("-sheets.html", DispatchSheet.Of(day, options.Sheets)),
        ["load.html"] = (day, options) => Page("-load.html", LoadList.Of(day, options.Sheets)),
        ["pick.html"] = (day, options) => Page("-pick.html", PickList.Of(day, options.Sheets)),
    };

    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>The name that a plan's files have in common.</summary>
    public static string StemOf(PlannedDeliveries day) => $"deliveries-{day.Plan.Distributor.Value}-{day.Plan.Date:yyyy-MM-dd}-v{day.Plan.Version}";

    /// <summary>One of the files; null when there is none of that name.</summary>
    public static PlanFile? Make(string name, PlannedDeliveries day, DeliveryFileOptions options) => Makers.TryGetValue(name, out var make) ? make(day, options) : null;

    /// <summary>Takes back, in calendars, what an earlier version held and this one does not; null where there is no such thing.</summary>
    public static PlanFile? Cancelling(PlannedDeliveries earlier, PlannedDeliveries day, DeliveryFileOptions options) =>
        DeliveryCalendar.Cancelling(earlier, day, options.Detail, options.Stamp) is { } calendar ? PlanFiles.Text("-cancelled.ics", $"{Calendar}CANCEL", calendar) : null;

    private static PlanFile Page(string ending, SheetDocument document) => PlanFiles.Page(ending, document.Html, document.ContentPolicy);
}
