using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Territory.Contracts.Plans;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Plans;

/// <summary>A plan's files over HTTP, as a browser gets them. Whose they are follows from <see cref="Sample"/>: the east's plan of today has two vehicles, the west's is only proposed.</summary>
public sealed class DeliveryFileTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string East = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.East}/2030-03-12/files";
    private const string West = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.West}/2030-03-12/files";

    [Theory]
    [InlineData("csv", "text/csv", "deliveries-D-east-2030-03-12-v1.csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "deliveries-D-east-2030-03-12-v1.xlsx")]
    [InlineData("gpx", "application/gpx+xml", "deliveries-D-east-2030-03-12-v1.gpx")]
    [InlineData("ics", "text/calendar", "deliveries-D-east-2030-03-12-v1.ics")]
    [InlineData("links.json", "application/json", "deliveries-D-east-2030-03-12-v1-links.json")]
    [InlineData("sheets.html", "text/html", "deliveries-D-east-2030-03-12-v1-sheets.html")]
    [InlineData("load.html", "text/html", "deliveries-D-east-2030-03-12-v1-load.html")]
    [InlineData("pick.html", "text/html", "deliveries-D-east-2030-03-12-v1-pick.html")]
    public async Task File_OfAPlan_HasItsTypeAndAName(string name, string type, string fileName)
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        using var answer = await browser.GetAsync($"{East}/{name}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var disposition = answer.Content.Headers.ContentDisposition!;
        (disposition.FileName?.Trim('"') ?? disposition.FileNameStar).ShouldBe(fileName);
        disposition.DispositionType.ShouldBe(type == "text/html" ? "inline" : "attachment");
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Sheets_OfAPlan_ListBothVehiclesWithOrdersAndWhatIsDue()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        var html = await TextAsync(browser, $"{East}/sheets.html");

        // Outlets 1 and 2 ordered two cases of cola for 96.00 each; the first has been delivered and is owed all the same.
        foreach (var expected in new[] { "20300312-V-east<", "20300312-V-east-2<", "老王小店1", "老王小店2", "cola×2", "¥96.00", "未安排" })
            WebUtility.HtmlDecode(html).ShouldContain(expected);
    }

    [Theory]
    [InlineData("sheets.html")]
    [InlineData("load.html")]
    [InlineData("csv")]
    [InlineData("gpx")]
    [InlineData("ics")]
    [InlineData("links.json")]
    public async Task File_ForADriver_HoldsTheOwnVehicleAlone(string name)
    {
        using var driver = await host.SignedInAsync(Role.Driver);
        using var dispatcher = await host.SignedInAsync(Role.Dispatcher);

        var own = await TextAsync(driver, $"{East}/{name}");
        var all = await TextAsync(dispatcher, $"{East}/{name}");

        all.ShouldContain(Sample.EastVehicle2);
        own.ShouldContain(Sample.EastVehicle);
        own.ShouldNotContain(Sample.EastVehicle2);
        own.ShouldNotContain("老王小店2");
        (await driver.GetAsync($"{East}/{name}?vehicle={Sample.EastVehicle2}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task File_OfOneVehicle_LeavesTheOthersOut()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var csv = await TextAsync(browser, $"{East}/csv?vehicle={Sample.EastVehicle2}");

        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        csv.ShouldContain("T2,老王小店2");
    }

    [Theory]
    [InlineData(Role.Dispatcher, $"{West}/csv", HttpStatusCode.NotFound)]
    [InlineData(Role.Driver, $"{West}/csv", HttpStatusCode.NotFound)]
    [InlineData(Role.Rep, $"{East}/csv", HttpStatusCode.Forbidden)]
    [InlineData(Role.Dispatcher, $"{East}/doc", HttpStatusCode.NotFound)]
    [InlineData(Role.Dispatcher, $"{East}/csv?version=7", HttpStatusCode.NotFound)]
    [InlineData(Role.Dispatcher, $"{East}/sheets.html?vehicle=V-west", HttpStatusCode.NotFound)]
    [InlineData(Role.Dispatcher, $"{East}/sheets.html?language=fr", HttpStatusCode.BadRequest)]
    [InlineData(Role.Planner, $"{West}/csv", HttpStatusCode.OK)]
    [InlineData(Role.Supervisor, $"{East}/pick.html?language=en", HttpStatusCode.OK)]
    public async Task File_OutOfScopeOrUnknown_IsNotThere(Role role, string path, HttpStatusCode expected)
    {
        using var browser = await host.SignedInAsync(role);

        using var answer = await browser.GetAsync(path);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task File_WithoutSigningIn_IsNotThere()
    {
        using var stranger = new Browser(host.Address);

        (await stranger.GetAsync($"{East}/sheets.html")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sheets_UnderTheirContentPolicy_MayBeStyledAndNothingElse()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        using var answer = await browser.GetAsync($"{East}/sheets.html");

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("script-src");
        // Every other answer keeps the policy of the pages.
        using var other = await browser.GetAsync($"{East}/csv");
        other.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    [Fact]
    public async Task Version_ThatIsOnlyProposed_IsTentativeInTheCalendar()
    {
        var date = Sample.Ago(-3);
        await host.AppendAsync([(ActorKind.DeliveryPlan, PlanKey.Of(new DistributorId(Sample.East), date), new DeliveryPlanProposed(
            Sample.NewDeliveryPlan(Sample.East, date, 2, (Sample.EastVehicle, [1]))))]);
        using var dispatcher = await host.SignedInAsync(Role.Dispatcher);
        using var driver = await host.SignedInAsync(Role.Driver);
        var path = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.East}/2030-03-15/files/ics";

        var calendar = await TextAsync(dispatcher, $"{path}?detail=routes");

        calendar.ShouldContain("STATUS:TENTATIVE");
        calendar.ShouldContain("UID:route-20300315-county-D-east-V-east@territory");
        // Half past ten in Shanghai is the sample's clock: the stream is made then.
        calendar.ShouldContain("DTSTAMP:20300312T02");
        (await driver.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>By hand: version 1 calls at outlets 1 and 2, version 2 at outlet 1 alone, a second vehicle is not used any more, and a proposal in between counts for nothing.</summary>
    [Fact]
    public async Task Calendar_OfALaterPublication_TakesBackWhatTheEarlierOneHeld()
    {
        var date = new DateOnly(2030, 3, 18);
        var key = PlanKey.Of(new DistributorId(Sample.East), date);
        var plan = new PlanId($"{Sample.East}-plan");
        await host.AppendAsync(
        [
            (ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.East, date, 1, (Sample.EastVehicle, [1]), (Sample.EastVehicle2, [2])))),
            (ActorKind.DeliveryPlan, key, new DeliveryPlanPublished(plan, 1, Sample.At(Sample.Today, 9))),
            (ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.East, date, 2, (Sample.EastVehicle, [3])))),
            (ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.East, date, 3, (Sample.EastVehicle, [1])))),
            (ActorKind.DeliveryPlan, key, new DeliveryPlanPublished(plan, 3, Sample.At(Sample.Today, 10))),
        ]);
        using var dispatcher = await host.SignedInAsync(Role.Dispatcher);
        using var driver = await host.SignedInAsync(Role.Driver);
        var path = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.East}/2030-03-18/files";

        var calendar = (await TextAsync(dispatcher, $"{path}/ics")).Split("BEGIN:VEVENT");
        var cancelled = await TextAsync(dispatcher, $"{path}/cancelled.ics");
        var ofVehicle = await TextAsync(dispatcher, $"{path}/cancelled.ics?vehicle={Sample.EastVehicle2}&detail=routes");

        calendar.Length.ShouldBe(3);
        calendar[0].ShouldContain("METHOD:PUBLISH");
        calendar[1].ShouldSatisfyAllConditions(
            kept => kept.ShouldContain("UID:stop-20300318-county-D-east-T1@territory"), kept => kept.ShouldContain("STATUS:CONFIRMED"), kept => kept.ShouldContain("SEQUENCE:3"));
        calendar[2].ShouldSatisfyAllConditions(
            gone => gone.ShouldContain("UID:stop-20300318-county-D-east-T2@territory"), gone => gone.ShouldContain("STATUS:CANCELLED"), gone => gone.ShouldContain("SEQUENCE:3"));
        cancelled.ShouldContain("METHOD:CANCEL");
        cancelled.ShouldContain("UID:stop-20300318-county-D-east-T2@territory");
        cancelled.ShouldNotContain("-T1@territory");
        ofVehicle.ShouldContain("UID:route-20300318-county-D-east-V-east-2@territory");
        // Nothing of the driver's own was taken back, and today there was one publication only.
        (await driver.GetAsync($"{path}/cancelled.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await dispatcher.GetAsync($"{East}/cancelled.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Csv_OverHttp_BeginsWithAByteOrderMark()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        using var answer = await browser.GetAsync($"{East}/csv");

        (await answer.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        answer.Content.Headers.ContentType!.Parameters.ShouldContain(new NameValueHeaderValue("charset", "utf-8"));
    }

    private static async Task<string> TextAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }
}
