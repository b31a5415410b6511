using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Schedules;

/// <summary>Schedules over HTTP. Outlet 1 of the east sells, as <see cref="Sample"/> says; the others have no known sales.</summary>
public sealed class ScheduleEndpointsTests(ScheduleHost host) : IClassFixture<ScheduleHost>
{
    private const string East = $"/api/regions/{Sample.Region}/schedules/{Sample.East}/runs";
    private const string West = $"/api/regions/{Sample.Region}/schedules/{Sample.West}/runs";

    [Fact]
    public async Task Run_OfTheEast_GivesASchedule_WhoseStockAddsUp()
    {
        using var browser = await host.Dashboard.SignedInAsync(Role.Dispatcher);

        var schedule = await FinishedAsync(browser, await StartAsync(browser, Options(days: 7, iterations: 50)));

        (schedule.GetProperty("from").GetString(), schedule.GetProperty("days").GetInt32(), schedule.GetProperty("policy").GetString()).ShouldBe(("2030-03-13", 7, "MaximumLevel"));
        var outlets = schedule.GetProperty("outlets").EnumerateArray().ToList();
        outlets.ShouldNotBeEmpty();
        foreach (var outlet in outlets)
            ShouldAddUp(schedule, outlet);
        outlets.Count.ShouldBeLessThanOrEqualTo(3);
        schedule.GetProperty("withoutSales").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_StartedTwiceByOneCommand_IsOne()
    {
        using var browser = await host.Dashboard.SignedInAsync(Role.Dispatcher);
        var request = new { commandId = Guid.NewGuid(), options = Options(days: 2, iterations: 1) };

        var first = await OkAsync(browser, East, request);
        var second = await OkAsync(browser, East, request);

        second.GetProperty("run").GetString().ShouldBe(first.GetProperty("run").GetString());
        var run = first.GetProperty("run").GetString();
        (await browser.ReadAsync(East)).EnumerateArray().Count(each => each.GetProperty("run").GetString() == run).ShouldBe(1);
        await FinishedAsync(browser, run!);
    }

    [Fact]
    public async Task Run_Stopped_EndsWithItsBestSoFar()
    {
        using var browser = await host.Dashboard.SignedInAsync(Role.Dispatcher);
        var run = await StartAsync(browser, Options(days: 14, iterations: null, seconds: 3_600));
        await UntilAsync(browser, run, progress => progress.GetProperty("status").GetString() == "Running");
        using var early = await browser.GetAsync($"{East}/{run}/schedule");

        await OkAsync(browser, $"{East}/{run}/stop", new { commandId = Guid.NewGuid() });

        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("schedule.not-done");
        var schedule = await FinishedAsync(browser, run);
        schedule.GetProperty("days").GetInt32().ShouldBe(14);
    }

    [Theory]
    [InlineData(0, "MaximumLevel", 14, "schedule.days")]
    [InlineData(63, "OrderUpTo", 14, "schedule.days")]
    [InlineData(7, "OrderUpTo", 0, "schedule.cover-days")]
    public async Task Run_ThatCannotBe_IsRefusedWithTheReason(int days, string policy, int coverDays, string code)
    {
        using var browser = await host.Dashboard.SignedInAsync(Role.Dispatcher);

        using var answer = await browser.PostAsync(East, new { commandId = Guid.NewGuid(), options = Options(days, iterations: 1, policy: policy, coverDays: coverDays) });

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData(Role.Driver, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    [InlineData(Role.Rep, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(Role.Supervisor, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    public async Task Schedules_AreForThoseWhoPlan(Role role, HttpStatusCode reading, HttpStatusCode starting)
    {
        using var browser = await host.Dashboard.SignedInAsync(role);

        (await browser.GetAsync(East)).StatusCode.ShouldBe(reading);
        using var started = await browser.PostAsync(East, new { commandId = Guid.NewGuid(), options = Options(days: 1, iterations: 1) });
        started.StatusCode.ShouldBe(starting);
    }

    [Fact]
    public async Task Schedules_OfTheOtherSide_AreAbsent()
    {
        using var browser = await host.Dashboard.SignedInAsync(Role.Dispatcher);

        (await browser.GetAsync(West)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"{East}/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"{East}/none/schedule")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var started = await browser.PostAsync(West, new { commandId = Guid.NewGuid(), options = Options(days: 1, iterations: 1) });
        started.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>An independent walk through the days: morning's stock and deliveries less sales, never below nothing, and what is below is short.</summary>
    private static void ShouldAddUp(JsonElement schedule, JsonElement outlet)
    {
        var terminal = outlet.GetProperty("terminal").GetString();
        var stock = outlet.GetProperty("stock").GetInt32();
        for (var day = 0; day < schedule.GetProperty("days").GetInt32(); day++)
        {
            var date = new DateOnly(2030, 3, 13).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            stock += schedule.GetProperty("trips").EnumerateArray().Where(trip => trip.GetProperty("date").GetString() == date)
                .SelectMany(trip => trip.GetProperty("stops").EnumerateArray()).Where(stop => stop.GetProperty("terminal").GetString() == terminal)
                .Sum(stop => stop.GetProperty("cases").GetInt32());
            stock.ShouldBeLessThanOrEqualTo(Math.Max(outlet.GetProperty("maximum").GetInt32(), outlet.GetProperty("stock").GetInt32()));
            stock -= outlet.GetProperty("sales")[day].GetInt32();
            var missing = schedule.GetProperty("stockOuts").EnumerateArray()
                .Where(stockOut => stockOut.GetProperty("terminal").GetString() == terminal && stockOut.GetProperty("date").GetString() == date)
                .Sum(stockOut => stockOut.GetProperty("cases").GetInt32());
            missing.ShouldBe(Math.Max(0, -stock));
            stock = Math.Max(0, stock);
            outlet.GetProperty("left")[day].GetInt32().ShouldBe(stock);
        }
    }

    private static object Options(int days, long? iterations, int? seconds = null, string policy = "MaximumLevel", int coverDays = 14) =>
        new { from = "2030-03-13", days, policy, coverDays, seed = 1, iterations, timeLimit = seconds };

    private static async Task<string> StartAsync(Browser browser, object options) =>
        (await OkAsync(browser, East, new { commandId = Guid.NewGuid(), options })).GetProperty("run").GetString()!;

    private static async Task<JsonElement> FinishedAsync(Browser browser, string run)
    {
        await UntilAsync(browser, run, progress => progress.GetProperty("status").GetString() is "Done" or "Failed");
        return await browser.ReadAsync($"{East}/{run}/schedule");
    }

    private static async Task UntilAsync(Browser browser, string run, Func<JsonElement, bool> isSo)
    {
        while (!isSo(await browser.ReadAsync($"{East}/{run}")))
            await Task.Yield();
    }

    private static async Task<JsonElement> OkAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
