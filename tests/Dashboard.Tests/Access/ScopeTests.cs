using System.Net;
using System.Text.Json;
using Territory.Contracts.Plans;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Access;

/// <summary>What each role gets to see of the <see cref="Sample"/>, where the east is theirs and the west is not.</summary>
public sealed class ScopeTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string Region = $"/api/regions/{Sample.Region}";

    [Theory]
    [InlineData(Role.Administrator, "T1 T2 T3 T4 T5 T6 T7 T8")]
    [InlineData(Role.Planner, "T1 T2 T3 T4 T5 T6 T7 T8")]
    [InlineData(Role.Dispatcher, "T1 T2 T3 T4")]
    [InlineData(Role.Supervisor, "T1 T2 T3 T4")]
    [InlineData(Role.Rep, "T1 T2 T3 T4")]
    [InlineData(Role.Driver, "T1")]
    public async Task Outlets_OfARole_AreThoseInItsScope(Role role, string expected)
    {
        using var browser = await host.SignedInAsync(role);

        var outlets = await browser.ReadAsync($"{Region}/outlets");

        Texts(outlets.GetProperty("ids")).ShouldBe(expected.Split(' '));
        outlets.GetProperty("index").GetArrayLength().ShouldBe(expected.Split(' ').Length);
    }

    [Fact]
    public async Task Outlets_OfADriver_AreThoseOfTodaysAndTheNextWorkingDaysTrips()
    {
        var person = await host.AddPersonAsync(Role.Driver, vehicle: Sample.EastVehicle2);
        // Today's trip goes to outlet 2. The day after is a working day; what is only proposed for it is nobody's business yet.
        foreach (var (date, terminal) in new[] { (Sample.Ago(3), 4), (Sample.Ago(-1), 3), (Sample.Ago(-2), 1) })
        {
            var (key, plan) = (PlanKey.Of(new DistributorId(Sample.East), date), Sample.NewDeliveryPlan(Sample.East, date, 1, (Sample.EastVehicle2, [terminal])));
            await host.AppendAsync([(ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(plan)), (ActorKind.DeliveryPlan, key, new DeliveryPlanPublished(plan.Id, 1, Sample.Start))]);
        }

        var tomorrow = PlanKey.Of(new DistributorId(Sample.East), Sample.Ago(-1));
        await host.AppendAsync([(ActorKind.DeliveryPlan, tomorrow, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.East, Sample.Ago(-1), 2, (Sample.EastVehicle2, [1]))))]);
        using var browser = new Browser(host.Address, person);
        (await browser.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();

        Texts((await browser.ReadAsync($"{Region}/outlets")).GetProperty("ids")).ShouldBe(["T2", "T3"]);
        (await browser.GetAsync($"{Region}/terminals/T4")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/api/my/terminals/T4")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync("/api/regions"))[0].GetProperty("terminals").GetInt32().ShouldBe(2);

        // A payment taken three days ago at outlet 4 and sent only now is that day's; one of today is not.
        object Payment(DateTimeOffset? at) => new { commandId = Guid.NewGuid(), at, amount = 100, method = "Cash" };
        (await browser.PostAsync("/api/terminals/T4/receive-payment", Payment(Sample.At(Sample.Ago(3), 12)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PostAsync("/api/terminals/T4/receive-payment", Payment(null))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Rep)]
    [InlineData(Role.Driver)]
    public async Task Terminal_OfTheOtherSide_IsAbsent(Role role)
    {
        using var browser = await host.SignedInAsync(role);

        (await browser.GetAsync($"{Region}/terminals/T1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"{Region}/terminals/T5")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Planner)]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.Rep)]
    [InlineData(Role.Driver)]
    public async Task Region_ThatIsNotTheirs_IsAbsentInEveryAddress(Role role)
    {
        using var browser = await host.SignedInAsync(role);

        foreach (var path in new[] { "", "/outlets", "/clock", "/map", "/terminals/T-elsewhere" })
            (await browser.GetAsync($"/api/regions/{Sample.OtherRegion}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await browser.GetAsync($"/tiles/{Sample.OtherRegion}/10/840/415.mvt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Texts(await browser.ReadAsync("/api/regions"), "id").ShouldBe([Sample.Region]);
    }

    [Fact]
    public async Task Regions_OfAnAdministratorOfAll_AreAll()
    {
        using var browser = await host.SignedInAsync(Role.Administrator, region: null);

        Texts(await browser.ReadAsync("/api/regions"), "id").ShouldBe([Sample.Region, Sample.OtherRegion]);
    }

    [Theory]
    [InlineData(Role.Planner, "D-east D-west", "R-east R-west", "V-east V-east-2 V-west")]
    [InlineData(Role.Dispatcher, "D-east", "R-east", "V-east V-east-2")]
    [InlineData(Role.Rep, "D-east", "R-east", "")]
    [InlineData(Role.Driver, "D-east", "", "V-east")]
    public async Task Parties_OfARole_AreThoseInItsScope(Role role, string distributors, string reps, string vehicles)
    {
        using var browser = await host.SignedInAsync(role);

        var detail = await browser.ReadAsync(Region);

        string.Join(' ', Texts(detail.GetProperty("distributors"), "id")).ShouldBe(distributors);
        string.Join(' ', Texts(detail.GetProperty("reps"), "id")).ShouldBe(reps);
        string.Join(' ', Texts(detail.GetProperty("vehicles"), "id")).ShouldBe(vehicles);
    }

    [Fact]
    public async Task DeliveryPlans_OfADispatcher_AreTheirDistributors()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        var plans = await browser.ReadAsync($"{Region}/plans/deliveries?date=2030-03-12");

        Texts(plans, "distributor").ShouldBe([Sample.East]);
        plans[0].GetProperty("published").GetProperty("routes").GetArrayLength().ShouldBe(2);
        (await browser.GetAsync($"{Region}/plans/deliveries/{Sample.West}/2030-03-12/geometry")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync($"{Region}/plans/deliveries/{Sample.West}/2030-03-12/progress")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task DeliveryPlan_OfADriver_HoldsOnlyTheirOwnRoute()
    {
        using var browser = await host.SignedInAsync(Role.Driver);

        var plan = (await browser.ReadAsync($"{Region}/plans/deliveries?date=2030-03-12"))[0].GetProperty("published");

        Texts(plan.GetProperty("routes"), "vehicle").ShouldBe([Sample.EastVehicle]);
        plan.GetProperty("unserved").GetArrayLength().ShouldBe(0);
        plan.GetProperty("distance").GetInt32().ShouldBe(1000);
        Texts(await browser.ReadAsync($"{Region}/plans/deliveries/{Sample.East}/2030-03-12/progress"), "vehicle").ShouldBe([Sample.EastVehicle]);
    }

    [Fact]
    public async Task VisitPlans_OfARep_AreTheirOwn()
    {
        using var browser = await host.SignedInAsync(Role.Rep);

        Texts(await browser.ReadAsync($"{Region}/plans/visits?date=2030-03-12"), "rep").ShouldBe([Sample.EastRep]);
        (await browser.GetAsync($"{Region}/plans/visits/{Sample.WestRep}/2030-03-12/geometry")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync($"{Region}/plans/visits/{Sample.WestRep}/2030-03-12/progress")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Dispatcher, "/plans/deliveries/D-west/2030-03-12/propose")]
    [InlineData(Role.Dispatcher, "/plans/deliveries/D-west/2030-03-12/publish")]
    [InlineData(Role.Dispatcher, "/plans/visits/R-west/2030-03-12/publish")]
    [InlineData(Role.Supervisor, "/plans/visits/R-west/2030-03-12/discard")]
    public async Task PlanCommand_ForTheOtherSide_FindsNothing(Role role, string path)
    {
        using var browser = await host.SignedInAsync(role);

        using var answer = await browser.PostAsync(Region + path, new { commandId = Guid.NewGuid(), version = 1 });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Rep, "/plans/deliveries/D-east/2030-03-12/publish")]
    [InlineData(Role.Rep, "/plans/visits/R-east/2030-03-12/publish")]
    [InlineData(Role.Driver, "/plans/deliveries/D-east/2030-03-12/publish")]
    [InlineData(Role.Supervisor, "/plans/deliveries/D-east/2030-03-12/publish")]
    [InlineData(Role.Rep, "/clock")]
    [InlineData(Role.Supervisor, "/clock")]
    public async Task Command_BeyondTheRole_IsForbidden(Role role, string path)
    {
        using var browser = await host.SignedInAsync(role);

        using var answer = await browser.PostAsync(Region + path, new { commandId = Guid.NewGuid(), version = 1, running = true });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Role.Planner)]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.Rep)]
    public async Task People_ForAnyoneButAnAdministrator_AreForbidden(Role role)
    {
        using var browser = await host.SignedInAsync(role);

        (await browser.GetAsync("/api/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var invited = await browser.PostAsync("/api/people", new { name = "A", email = "x@example.com", role = "administrator" });
        invited.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Role.Rep, "T5", "start-visit", HttpStatusCode.NotFound)]
    [InlineData(Role.Dispatcher, "T5", "cancel-order", HttpStatusCode.NotFound)]
    [InlineData(Role.Driver, "T5", "receive-delivery", HttpStatusCode.NotFound)]
    [InlineData(Role.Driver, "T2", "receive-delivery", HttpStatusCode.NotFound)]
    [InlineData(Role.Driver, "T1", "start-visit", HttpStatusCode.Forbidden)]
    [InlineData(Role.Rep, "T1", "receive-delivery", HttpStatusCode.Forbidden)]
    [InlineData(Role.Dispatcher, "T1", "start-visit", HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, "T1", "receive-payment", HttpStatusCode.Forbidden)]
    public async Task TerminalCommand_OutOfScopeOrRole_IsRefused(Role role, string terminal, string command, HttpStatusCode expected)
    {
        using var browser = await host.SignedInAsync(role);

        using var answer = await browser.PostAsync(
            $"/api/terminals/{terminal}/{command}",
            new { commandId = Guid.NewGuid(), order = "O5", reason = "x", amount = 1, method = "Cash" });

        answer.StatusCode.ShouldBe(expected);
    }

    private static string[] Texts(JsonElement array, string? property = null) =>
        [.. array.EnumerateArray().Select(element => (property is null ? element : element.GetProperty(property)).GetString()!)];
}
