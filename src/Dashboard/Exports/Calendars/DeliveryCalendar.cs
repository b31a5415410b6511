using System.Globalization;
using Territory.Dashboard.Exports.Navigation;
using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Calendars;

/// <summary>A delivery plan as an iCalendar stream: an event a stop, or an event a vehicle's day.</summary>
/// <remarks>
/// Times are in UTC: the plan's hours are turned into instants with the region's own rules for that day, nothing recurs, and a time zone definition of
/// our own could only disagree with the reader's.
/// Source: RFC 5545; RFC 5546, 3.2.1 and 3.2.5: what a newer version no longer holds is taken back by a stream of its own with METHOD:CANCEL.
/// </remarks>
internal static class DeliveryCalendar
{
    // RFC 5546 asks for an address; nobody answers these events, and no host is ever called .invalid (RFC 2606).
    private const string Organizer = "mailto:deliveries@territory.invalid";

    /// <param name="stamp">When the stream is made.</param>
    /// <param name="earlier">A version whose events the reader's calendar may hold: those that are no more come with STATUS:CANCELLED (RFC 5546, 3.2.1), so that one file brings a calendar up to date.</param>
    public static string Of(PlannedDeliveries day, CalendarDetail detail, DateTimeOffset stamp, PlannedDeliveries? earlier = null)
    {
        var text = Begin(day, "PUBLISH");
        foreach (var item in EventsOf(day, detail))
            Write(text, item, day, stamp, isCancelled: false);
        foreach (var item in earlier is null ? [] : Gone(earlier, day, detail))
            Write(text, item, day, stamp, isCancelled: true);
        return text.Line("END", "VCALENDAR").ToString();
    }

    /// <summary>Takes back the events of an earlier version that this one no longer holds; null where it holds them all.</summary>
    public static string? Cancelling(PlannedDeliveries earlier, PlannedDeliveries day, CalendarDetail detail, DateTimeOffset stamp)
    {
        var gone = Gone(earlier, day, detail);
        if (gone.Count == 0)
            return null;
        var text = Begin(day, "CANCEL");
        foreach (var item in gone)
            Write(text, item, day, stamp, isCancelled: true);
        return text.Line("END", "VCALENDAR").ToString();
    }

    private static List<CalendarEvent> Gone(PlannedDeliveries earlier, PlannedDeliveries day, CalendarDetail detail)
    {
        var kept = EventsOf(day, detail).Select(item => item.Uid).ToHashSet(StringComparer.Ordinal);
        return [.. EventsOf(earlier, detail).Where(item => !kept.Contains(item.Uid))];
    }

    private static CalendarText Begin(PlannedDeliveries day, string method) => new CalendarText()
        .Line("BEGIN", "VCALENDAR")
        .Line("VERSION", "2.0")
        .Line("PRODID", "-//Territory//Deliveries//ZH")
        .Line("CALSCALE", "GREGORIAN")
        .Line("METHOD", method)
        .Text("X-WR-CALNAME", $"配送 Deliveries {day.Distributor.Name} {day.Plan.Date:yyyy-MM-dd}");

    private static void Write(CalendarText text, CalendarEvent item, PlannedDeliveries day, DateTimeOffset stamp, bool isCancelled)
    {
        var plan = day.Plan;
        text.Line("BEGIN", "VEVENT").Text("UID", item.Uid).Time("DTSTAMP", stamp).Line("SEQUENCE", plan.Version.ToString(CultureInfo.InvariantCulture))
            .Line("STATUS", isCancelled ? "CANCELLED" : plan.Status == PlanStatus.Published ? "CONFIRMED" : "TENTATIVE")
            .Organizer(day.Distributor.Name, Organizer).Time("DTSTART", item.Start).Time("DTEND", item.End).Text("SUMMARY", item.Summary).Text("DESCRIPTION", item.Description);
        if (item.Place is { Length: > 0 } place)
            text.Text("LOCATION", place);
        text.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{item.Location.Latitude:0.000000};{item.Location.Longitude:0.000000}"));
        if (item.Link is { } link)
            text.Line("URL", link);
        text.Line("END", "VEVENT");
    }

    private static IEnumerable<CalendarEvent> EventsOf(PlannedDeliveries day, CalendarDetail detail) => detail switch
    {
        CalendarDetail.Stops => StopsOf(day),
        CalendarDetail.Routes => RoutesOf(day),
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "Unknown detail."),
    };

    private static IEnumerable<CalendarEvent> StopsOf(PlannedDeliveries day)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in day.Plan.Routes)
        {
            var plate = day.Vehicles[route.Vehicle].Plate;
            foreach (var (trip, load) in route.Trips.Index())
            {
                foreach (var (sequence, stop) in load.Stops.Index())
                {
                    var terminal = day.Terminals[stop.Terminal];
                    var uid = UidOf(day.Plan, "stop", terminal.Id.Value);
                    // An outlet that is called at twice has its orders apart; the first order then tells the stops from each other.
                    if (!seen.Add(uid))
                        uid = UidOf(day.Plan, "stop", $"{terminal.Id}-{stop.Orders.FirstOrDefault()}");
                    yield return new CalendarEvent(
                        uid,
                        At(day, stop.Arrival),
                        At(day, stop.Departure),
                        $"{plate} {trip + 1}-{sequence + 1} {terminal.Name}",
                        $"送货 Deliver {stop.Load.Cases.Count} 箱 cases · {stop.Load.Mass.Kilograms.ToString("0", CultureInfo.InvariantCulture)} kg\n收货时间 Window {stop.Window}\n{terminal.Owner} {terminal.Phone}".TrimEnd(),
                        terminal.Address,
                        terminal.Location,
                        LinkTo(day, new NavigationStop(terminal.Name, terminal.Location)));
                }
            }
        }
    }

    private static IEnumerable<CalendarEvent> RoutesOf(PlannedDeliveries day)
    {
        foreach (var route in day.Plan.Routes.Where(route => route.Trips.Count > 0))
        {
            var vehicle = day.Vehicles[route.Vehicle];
            var stops = route.Trips.SelectMany(trip => trip.Stops).ToList();
            yield return new CalendarEvent(
                UidOf(day.Plan, "route", route.Vehicle.Value),
                At(day, route.Trips[0].Departure),
                At(day, route.Trips[^1].Return),
                $"{vehicle.Plate} 配送 Deliveries ({stops.Count})",
                string.Join('\n', stops.Select(stop => $"{stop.Arrival} {day.Terminals[stop.Terminal].Name} · {stop.Load.Cases.Count} 箱 cases")),
                day.Distributor.DepotAddress ?? day.Distributor.Name,
                day.Distributor.Depot,
                Link: null);
        }
    }

    private static string? LinkTo(PlannedDeliveries day, NavigationStop stop)
    {
        var isShifted = NavigationLinks.IsShifted(day.Region);
        var links = NavigationLinks.Over([stop], isShifted);
        return isShifted ? links.AmapWeb : links.Google;
    }

    private static DateTimeOffset At(PlannedDeliveries day, TimeOfDay time) => day.Region.ToInstant(day.Plan.Date, time);

    private static string UidOf(DeliveryPlan plan, string kind, string id) => $"{kind}-{plan.Date:yyyyMMdd}-{plan.Region}-{plan.Distributor}-{id}@territory";
}
