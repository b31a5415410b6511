using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Following;

/// <summary>It is ten o'clock. Of the east, outlet 1 was served from 8:30 to 8:40 by the first vehicle; the second should have left at 8:00 and has not. The west has a proposal only.</summary>
public sealed class FollowingEndpointsTests : IAsyncLifetime
{
    private const string Region = $"/api/regions/{Sample.Region}";

    private static readonly string Today = $"{Sample.Today:yyyy-MM-dd}";

    private readonly DashboardHost host = new() { Travel = new TenMinutesApart() };

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        // Outlet 2 takes goods until 9:30 only.
        await host.AppendAsync([(ActorKind.Terminal, Sample.Terminal(2), new TerminalFileChanged(
            Sample.NewTerminal(2) with { DeliveryWindow = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9, 30)) }))]);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Following_OfADispatcher_IsTheForecastOfTheirVehicles()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        var answer = await browser.ReadAsync($"{Region}/following");

        answer.GetProperty("date").GetString().ShouldBe(Today);
        var now = answer.GetProperty("now").GetInt32();
        now.ShouldBeInRange(36_000, 36_000 + 600);
        var risk = answer.GetProperty("lateRisks").EnumerateArray().ShouldHaveSingleItem();
        risk.GetProperty("vehicle").GetString().ShouldBe(Sample.EastVehicle2);
        var stop = risk.GetProperty("stop");
        stop.GetProperty("terminal").GetString().ShouldBe("T2");
        // It leaves now at the earliest, drives ten minutes, and should have been there by 9:30.
        stop.GetProperty("arrival").GetInt32().ShouldBe(now + 600);
        stop.GetProperty("late").GetInt32().ShouldBe(now + 600 - TimeOfDay.At(9, 30).Seconds);
        var east = answer.GetProperty("distributors").EnumerateArray().ShouldHaveSingleItem();
        var first = east.GetProperty("routes").EnumerateArray().Single(route => route.GetProperty("vehicle").GetString() == Sample.EastVehicle);
        var done = first.GetProperty("stops").EnumerateArray().ShouldHaveSingleItem();
        (done.GetProperty("state").GetString(), done.GetProperty("arrival").GetInt32(), done.GetProperty("departure").GetInt32())
            .ShouldBe(("Done", TimeOfDay.At(8, 30).Seconds, TimeOfDay.At(8, 40).Seconds));
        // It should be back by 8:50 and is not: now at the earliest.
        first.GetProperty("return").GetInt32().ShouldBe(now);
    }

    [Fact]
    public async Task Following_OfADriver_IsTheirOwnVehicleAndOfARepNothing()
    {
        using var driver = await host.SignedInAsync(Role.Driver);
        var answer = await driver.ReadAsync($"{Region}/following");
        answer.GetProperty("lateRisks").GetArrayLength().ShouldBe(0);
        answer.GetProperty("next").GetArrayLength().ShouldBe(0);
        answer.GetProperty("distributors")[0].GetProperty("routes").EnumerateArray().ShouldHaveSingleItem().GetProperty("vehicle").GetString().ShouldBe(Sample.EastVehicle);

        using var rep = await host.SignedInAsync(Role.Rep);
        using var refused = await rep.GetAsync($"{Region}/following");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Acknowledge_ANoticeOfTheirVehicle_MarksItAndOfAnothersIsUnknown()
    {
        var watch = host.Application.Services.GetService(typeof(IGrainFactory)).ShouldBeAssignableTo<IGrainFactory>()!.GetGrain<IFleetWatchGrain>(Sample.Region);
        var place = Sample.PlaceOf(7);
        for (var minute = 0; minute <= 15; minute++)
        {
            await watch.TakePositions(new PositionReport(
                Sample.At(Sample.Today, 9, minute), [new MoverPosition(MoverKind.Vehicle, Sample.EastVehicle, place.Longitude, place.Latitude, 0, MoverActivity.Travelling)]));
        }

        using var east = await host.SignedInAsync(Role.Dispatcher);
        var notice = (await east.ReadAsync($"{Region}/following")).GetProperty("notices").EnumerateArray().ShouldHaveSingleItem();
        (notice.GetProperty("kind").GetString(), notice.GetProperty("since").GetInt32(), notice.GetProperty("isAcknowledged").GetBoolean())
            .ShouldBe(("LongStop", TimeOfDay.At(9).Seconds, false));
        var path = $"{Region}/following/notices/{notice.GetProperty("number").GetInt32()}/acknowledge";

        using var west = await WestAsync();
        (await west.ReadAsync($"{Region}/following")).GetProperty("notices").GetArrayLength().ShouldBe(0);
        using (var foreign = await west.PostAsync(path, new { commandId = Guid.NewGuid().ToString() }))
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var seen = await east.PostAsync(path, new { commandId = Guid.NewGuid().ToString() }))
            seen.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await east.ReadAsync($"{Region}/following")).GetProperty("notices")[0].GetProperty("isAcknowledged").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Following_AProposalForTheNextDay_SaysWhatItCouldNotDo()
    {
        var tomorrow = Sample.Today.AddDays(1);
        await host.AppendAsync([(ActorKind.DeliveryPlan, PlanKey.Of(new DistributorId(Sample.East), tomorrow), new DeliveryPlanProposed(
            Sample.NewDeliveryPlan(Sample.East, tomorrow, 1, (Sample.EastVehicle, [1, 2]))))]);
        using var browser = await host.SignedInAsync(Role.Planner);

        var next = (await browser.ReadAsync($"{Region}/following")).GetProperty("next").EnumerateArray().ShouldHaveSingleItem();

        next.GetProperty("distributor").GetString().ShouldBe(Sample.East);
        next.GetProperty("date").GetString().ShouldBe($"{tomorrow:yyyy-MM-dd}");
        (next.GetProperty("version").GetInt32(), next.GetProperty("stops").GetInt32()).ShouldBe((1, 2));
        var unserved = next.GetProperty("unserved").EnumerateArray().ShouldHaveSingleItem();
        (unserved.GetProperty("reason").GetString(), unserved.GetProperty("count").GetInt32()).ShouldBe((nameof(UnservedReason.NoTimeLeft), 1));
    }

    [Fact]
    public async Task Close_TheDayOfTheirDistributor_EndsItOnceAndCarriesTheOpenOrders()
    {
        using var east = await host.SignedInAsync(Role.Dispatcher);
        var day = await east.ReadAsync($"{Region}/days/{Today}");
        var vehicles = day.GetProperty("vehicles").EnumerateArray().ToDictionary(vehicle => vehicle.GetProperty("vehicle").GetString()!);
        (Int(vehicles[Sample.EastVehicle], "done"), Int(vehicles[Sample.EastVehicle], "unfinished")).ShouldBe((1, 0));
        (Int(vehicles[Sample.EastVehicle2], "done"), Int(vehicles[Sample.EastVehicle2], "unfinished")).ShouldBe((0, 1));
        // 8:00 to 8:30 on a leg planned in 300 s; ten minutes at the stop as planned.
        (Int(vehicles[Sample.EastVehicle], "drivingError"), Int(vehicles[Sample.EastVehicle], "serviceError")).ShouldBe((833, 0));
        var carried = day.GetProperty("carried").EnumerateArray().ShouldHaveSingleItem();
        (carried.GetProperty("order").GetString(), carried.GetProperty("reason").GetString(), carried.GetProperty("dueOn").GetString()).ShouldBe(("O2", "unfinished", Today));

        using var west = await WestAsync();
        using (var foreign = await west.PostAsync($"{Region}/days/{Today}/close", Closing()))
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var closed = await east.PostAsync($"{Region}/days/{Today}/close", Closing()))
            closed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var again = await east.PostAsync($"{Region}/days/{Today}/close", Closing()))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("day.already-closed");
        }

        var closing = (await east.ReadAsync($"{Region}/days/{Today}")).GetProperty("distributors").EnumerateArray().ShouldHaveSingleItem();
        closing.GetProperty("isClosed").GetBoolean().ShouldBeTrue();
        closing.GetProperty("closedBy").GetString().ShouldBe(east.Person!.Id);
    }

    [Fact]
    public async Task Lessons_OfTheirDistributor_CountDeliveriesAndOfAnothersAreUnknown()
    {
        using var east = await host.SignedInAsync(Role.Dispatcher);

        // One delivery of two cases: 5 min + 2 x 20 s by the rule, 10 min in truth; one is too few to learn from.
        var lessons = await east.ReadAsync($"{Region}/following/lessons/{Sample.East}");

        (Int(lessons, "deliveries"), Int(lessons, "ruleError"), lessons.GetProperty("outlets").GetArrayLength()).ShouldBe((1, 433, 0));
        var outlet = lessons.GetProperty("compared")[0];
        (outlet.GetProperty("terminal").GetString(), Int(outlet, "deliveries"), Int(outlet, "rule"), Int(outlet, "taken"), Int(outlet, "next"), outlet.GetProperty("isLearned").GetBoolean())
            .ShouldBe((Sample.Terminal(1), 1, 340, 600, 340, false));
        // The published plan had 10 min there from half past eight; the vehicle left at eight and was there at half past.
        var hour = lessons.GetProperty("hours")[0];
        (Int(hour, "hour"), Int(hour, "deliveries"), Int(hour, "plannedService"), Int(hour, "service")).ShouldBe((8, 1, 600, 600));
        (Int(hour, "legs"), Int(hour, "plannedTravel"), Int(hour, "travel")).ShouldBe((1, 300, 1_800));
        using var foreign = await east.GetAsync($"{Region}/following/lessons/{Sample.West}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Closing() => new { commandId = Guid.NewGuid().ToString(), distributor = Sample.East };

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<Browser> WestAsync()
    {
        var person = await host.AddPersonAsync(Role.Dispatcher, distributor: Sample.West);
        var browser = new Browser(host.Address, person);
        (await browser.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        return browser;
    }
}
