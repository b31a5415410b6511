using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Hosting;

/// <summary>What a caller is told when something other than the request is to blame.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private readonly DashboardHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Command_OnAFullDisk_HasAnUnknownOutcomeAndGoesThroughWhenItIsSentAgain()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);
        var order = new { commandId = Guid.NewGuid(), order = "O-full", dueOn = "2030-03-13", lines = new[] { new { product = Sample.Tea, cases = 1 } } };

        await _host.SetDiskFullAsync(true);
        using var failed = await rep.PostAsync("/api/terminals/T3/place-order", order);
        await _host.SetDiskFullAsync(false);
        using var again = await rep.PostAsync("/api/terminals/T3/place-order", order);

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        failed.Headers.RetryAfter.ShouldNotBeNull();
        (await failed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("outcome.unknown");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rep.ReadAsync($"/api/regions/{Sample.Region}/terminals/T3")).GetProperty("openOrders").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsAnUnsupportedMediaType()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator, region: null);

        using var refused = await administrator.PostAsync("/api/people", new StringContent("name=A", Encoding.UTF8, "application/x-www-form-urlencoded"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await ProblemOfAsync(refused)).GetProperty("code").GetString().ShouldBe("request.content-type");
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("no body")]
    public async Task Parameter_ThatCannotBeRead_IsNamedWithItsValueAndWithoutTypes(string date)
    {
        using var planner = await _host.SignedInAsync(Role.Planner);

        using var refused = await planner.GetAsync($"/api/regions/{Sample.Region}/plans/deliveries?date={Uri.EscapeDataString(date)}");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await ProblemOfAsync(refused);
        problem.GetProperty("code").GetString().ShouldBe("request.parameter");
        problem.GetProperty("field").GetString().ShouldBe("date");
        problem.GetProperty("value").GetString().ShouldBe(date);
        problem.ToString().ShouldNotContain("DateOnly");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0026-11-02")]
    [InlineData("3000-01-01")]
    public async Task Day_ThatNoRegionHas_IsNamed(string date)
    {
        using var planner = await _host.SignedInAsync(Role.Dispatcher);

        foreach (var path in new[] { $"plans/deliveries/{Sample.East}/{date}", $"plans/deliveries?date={date}", $"days/{date}", $"dispatch-orders?date={date}" })
        {
            using var refused = await planner.GetAsync($"/api/regions/{Sample.Region}/{path}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            var problem = await ProblemOfAsync(refused);
            (problem.GetProperty("code").GetString(), problem.GetProperty("value").GetString()).ShouldBe(("request.day", date));
        }
    }

    [Fact]
    public async Task Edit_WithoutItsKind_IsAskedForIt()
    {
        using var dispatcher = await _host.SignedInAsync(Role.Dispatcher);

        using var refused = await dispatcher.PostAsync(
            $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.East}/{Sample.Today:yyyy-MM-dd}/edits/preview", new { baseVersion = 1, edits = new[] { new { } } });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await ProblemOfAsync(refused);
        (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()).ShouldBe(("request.json", "edits[0]"));
    }

    [Fact]
    public async Task Body_ThatIsMissing_IsAskedForWithoutTypes()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator, region: null);

        using var refused = await administrator.SendAsync(HttpMethod.Post, "/api/people");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await ProblemOfAsync(refused);
        problem.GetProperty("code").GetString().ShouldBe("request.body");
        problem.ToString().ShouldNotContain("Invite");
    }

    private static async Task<JsonElement> ProblemOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
}
