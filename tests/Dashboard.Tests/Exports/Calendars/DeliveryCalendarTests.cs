using Territory.Dashboard.Exports.Calendars;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports.Calendars;

/// <summary>The stream read back line by line, unfolded as RFC 5545 says.</summary>
public sealed class DeliveryCalendarTests
{
    private static readonly DateTimeOffset Stamp = new(2030, 3, 11, 18, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Stops_OfAPlan_AreAnEventEach()
    {
        var calendar = DeliveryCalendar.Of(DeliverySample.Of([2], [1]), CalendarDetail.Stops, Stamp);

        Header(calendar, "METHOD").ShouldBe("PUBLISH");
        var events = Events(calendar);
        events.Count.ShouldBe(3);
        // Stop 1 arrives at 8:10 in Shanghai, eight hours ahead of UTC, and is done five minutes later.
        events[0]["DTSTART"].ShouldBe("20300312T001000Z");
        events[0]["DTEND"].ShouldBe("20300312T001500Z");
        events[0]["DTSTAMP"].ShouldBe("20300311T100000Z");
        events[0]["SEQUENCE"].ShouldBe("3");
        events[0]["STATUS"].ShouldBe("CONFIRMED");
        events[0]["SUMMARY"].ShouldBe("皖C12345 1-1 老王小店1");
        events[0]["LOCATION"].ShouldBe("禹王路1号");
        events[0]["GEO"].ShouldBe("32.970000;117.201000");
        events.Select(item => item["UID"]).Distinct().Count().ShouldBe(3);
        events.ShouldAllBe(item => item.Keys.Any(name => name.StartsWith("ORGANIZER")));
    }

    [Fact]
    public void Routes_OfAPlan_AreAnEventAVehicleOverAllItsTrips()
    {
        var events = Events(DeliveryCalendar.Of(DeliverySample.Of([2, 1], [1]), CalendarDetail.Routes, Stamp));

        events.Select(item => (item["DTSTART"], item["DTEND"])).ShouldBe([("20300312T001000Z", "20300312T003500Z"), ("20300312T004000Z", "20300312T004500Z")]);
        events[0]["DESCRIPTION"].ShouldBe("08:10 老王小店1 · 2 箱 cases\\n08:20 老王小店2 · 5 箱 cases\\n08:30 老王小店3 · 1 箱 cases");
    }

    [Fact]
    public void Stop_ThatMovesToAnotherVehicleAndTime_KeepsItsUid()
    {
        var before = DeliverySample.Of([2], [1]);
        var (first, second) = (before.Plan.Routes[0], before.Plan.Routes[1]);
        var moved = first.Trips[0].Stops[1];
        var after = before with
        {
            Plan = before.Plan with
            {
                Version = 4,
                Routes =
                [
                    first with { Trips = [first.Trips[0] with { Stops = [first.Trips[0].Stops[0]] }] },
                    second with { Trips = [second.Trips[0] with { Stops = [second.Trips[0].Stops[0], moved with { Arrival = moved.Arrival + new Model.Quantities.Duration(3600) }] }] },
                ],
            },
        };

        var (old, now) = (Of(before), Of(after));

        now.Keys.ShouldBe(old.Keys, ignoreOrder: true);
        var uid = old.Single(item => item.Value["SUMMARY"].Contains("老王小店2", StringComparison.Ordinal)).Key;
        (old[uid]["SEQUENCE"], now[uid]["SEQUENCE"]).ShouldBe(("3", "4"));
        (old[uid]["DTSTART"], now[uid]["DTSTART"]).ShouldBe(("20300312T002000Z", "20300312T012000Z"));
        DeliveryCalendar.Cancelling(before, after, CalendarDetail.Stops, Stamp).ShouldBeNull();
    }

    [Fact]
    public void Stop_ThatANewerVersionDoesNotHold_IsCancelledAndNoOther()
    {
        var before = DeliverySample.Of([3]);
        var route = before.Plan.Routes[0];
        var after = before with
        {
            Plan = before.Plan with { Version = 5, Routes = [route with { Trips = [route.Trips[0] with { Stops = [route.Trips[0].Stops[0], route.Trips[0].Stops[2]] }] }] },
        };

        var calendar = DeliveryCalendar.Cancelling(before, after, CalendarDetail.Stops, Stamp).ShouldNotBeNull();

        Header(calendar, "METHOD").ShouldBe("CANCEL");
        var gone = Events(calendar).ShouldHaveSingleItem();
        gone["UID"].ShouldBe(Of(before).Single(item => item.Value["SUMMARY"].Contains("老王小店2", StringComparison.Ordinal)).Key);
        (gone["SEQUENCE"], gone["STATUS"]).ShouldBe(("5", "CANCELLED"));
        Of(after).Keys.ShouldNotContain(gone["UID"]);
    }

    [Fact]
    public void Outlet_ThatIsCalledAtTwice_HasTwoUids()
    {
        var day = DeliverySample.Of([2]);
        var route = day.Plan.Routes[0];
        var (first, second) = (route.Trips[0].Stops[0], route.Trips[0].Stops[1]);
        day = day with { Plan = day.Plan with { Routes = [route with { Trips = [route.Trips[0] with { Stops = [first, second with { Terminal = first.Terminal }] }] }] } };

        Of(day).Count.ShouldBe(2);
    }

    [Fact]
    public void Proposal_ThatNobodyPublished_IsTentative()
    {
        var day = DeliverySample.Of([1]);

        Events(DeliveryCalendar.Of(day with { Plan = day.Plan with { Status = PlanStatus.Proposed } }, CalendarDetail.Stops, Stamp))[0]["STATUS"].ShouldBe("TENTATIVE");
    }

    private static Dictionary<string, Dictionary<string, string>> Of(PlannedDeliveries day) =>
        Events(DeliveryCalendar.Of(day, CalendarDetail.Stops, Stamp)).ToDictionary(item => item["UID"]);

    private static string Header(string calendar, string name) => Unfolded(calendar).First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    private static List<Dictionary<string, string>> Events(string calendar)
    {
        var lines = Unfolded(calendar);
        (lines[0], lines[^1]).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR"));
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT")
                events.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            else if (events.Count > 0 && !line.StartsWith("END:", StringComparison.Ordinal))
                events[^1].Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }

        return events;
    }

    private static string[] Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
