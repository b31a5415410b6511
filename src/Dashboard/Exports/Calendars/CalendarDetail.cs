namespace Territory.Dashboard.Exports.Calendars;

/// <summary>What becomes an event of a calendar.</summary>
public enum CalendarDetail
{
    Stops,
    Routes,
}
