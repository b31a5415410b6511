using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

/// <summary>The driver's page without a network, and an order that has changed.</summary>
[Collection(MorningGroup.Name)]
public sealed class DriverPageTests(DemoTerritory demo)
{
    private const string HoldsItself = """
        async () => {
          if (!navigator.serviceWorker?.controller) return false;
          const shell = (await caches.keys()).find(name => name.startsWith('territory-shell'));
          if (!shell) return false;
          const kept = new Set((await (await caches.open(shell)).keys()).map(({ url }) => url));
          const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter(name => new URL(name).pathname.startsWith('/assets/'));
          return loaded.length > 0 && loaded.every(name => kept.has(name));
        }
        """;

    // Expected values: what was handed over, once.
    [Theory]
    [InlineData("zh-CN", "D2")]
    [InlineData("en-GB", "D3")]
    public async Task Page_ReloadedWithoutNetwork_IsStillThereAndItsQueueIsSentOnce(string locale, string distributor)
    {
        await using var desk = await demo.AdministratorAsync();
        var orders = new ShortOrder(demo, desk, distributor);
        await orders.IssueAsync();
        await using var line = Line.To(demo.Process.Address);
        await using var visitor = await demo.ArriveAtAsync(line.Address, VisitorLook.Phone.In(locale));
        await visitor.GoAsync(await orders.LinkAsync());
        var phone = new DriverPhone(visitor);
        await phone.DepartAsync();
        var terminals = await phone.TerminalsAsync();
        await visitor.Page.WaitForFunctionAsync(HoldsItself);

        line.Cut();
        await visitor.CutNetworkAsync(isCut: true);
        await phone.HandOverAsync(terminals[0]);
        await Assertions.Expect(visitor["queue-count"]).ToHaveAttributeAsync("data-count", "1");
        var reloaded = await visitor.Page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        reloaded!.FromServiceWorker.ShouldBeTrue();
        await Assertions.Expect(visitor["driver-day"]).ToBeVisibleAsync();
        await Assertions.Expect(visitor["queue-count"]).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(phone.Stop(terminals[0])).ToHaveAttributeAsync("data-state", "done");
        await Assertions.Expect(phone.Stop(terminals[1])).ToHaveAttributeAsync("data-state", "planned");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", locale);
        await Spoken.ShouldBeInAsync(visitor["queue-bar"], locale);
        (await orders.RecordAsync()).GetProperty("outcome").GetProperty("stopsDone").GetInt32().ShouldBe(0);

        line.Mend();
        await visitor.CutNetworkAsync(isCut: false);
        await Assertions.Expect(visitor["queue-bar"]).ToHaveCountAsync(0);
        await Assertions.Expect(visitor["queue-refused"]).ToHaveCountAsync(0);
        (await orders.RecordAsync()).GetProperty("outcome").GetProperty("stopsDone").GetInt32().ShouldBe(1);
        var drops = (await desk.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminals[0])}")).GetProperty("deliveries").EnumerateArray()
            .Where(drop => drop.GetProperty("vehicle").GetString() == orders.Vehicle && DayOf(drop) == orders.Date);
        drops.Count().ShouldBe(1);
        await Assertions.Expect(phone.Stop(terminals[0])).ToHaveAttributeAsync("data-state", "done");
    }

    // Expected values: the driver's own words and the dispatcher's, and the version that publishing again makes.
    [Theory]
    [InlineData("en-GB", "D2", "The bridge is closed to trucks until noon")]
    [InlineData("zh-CN", "D3", "桥梁限重，货车过不去")]
    public async Task Driver_OrderChangedAfterwards_ObjectsAndLeavesByItOnceTheDispatcherHasTakenThatBack(string locale, string distributor, string objection)
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk.In(locale));
        var orders = new ShortOrder(demo, desk, distributor);
        await orders.IssueAsync();
        await using var visitor = await demo.ArriveAsync(VisitorLook.Phone.In(locale));
        await visitor.GoAsync(await orders.LinkAsync());
        await visitor["accept-order"].ClickAsync();
        await Assertions.Expect(visitor["order-answer"]).ToBeVisibleAsync();
        await desk.GoAsync($"/dispatch-orders/{orders.Date}/{orders.Vehicle}");
        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Issued");
        await Assertions.Expect(visitor["order-banner"]).ToHaveAttributeAsync("data-version", Text(orders.Version));
        var before = orders.Version;

        await orders.ShortenAsync();
        orders.Version.ShouldBe(before + 1);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor["order-banner"]).ToHaveAttributeAsync("data-version", Text(orders.Version));
        await Assertions.Expect(visitor["driver-stop"]).ToHaveCountAsync(orders.Stops.Count);
        // The stop that is gone stays in sight, as one that was never loaded.
        await Assertions.Expect(visitor["taken-off-stop"]).ToHaveAttributeAsync("data-advice", "leave");
        await visitor["taken-off-stop"].GetByRole(AriaRole.Button).ClickAsync();
        await Spoken.ShouldBeInAsync(visitor["taken-off-note"], locale);
        await Spoken.ShouldBeInAsync(visitor["order-banner"].GetByRole(AriaRole.Button), locale);
        await visitor["object-order"].ClickAsync();
        await visitor["objection"].FillAsync(objection);
        await visitor["send-objection"].ClickAsync();
        await Assertions.Expect(visitor["order-answer"]).ToContainTextAsync(objection);

        await desk.GoAsync($"/dispatch-orders/{orders.Date}/{orders.Vehicle}");
        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Objected");
        await Assertions.Expect(desk["order-objection"]).ToContainTextAsync(objection);
        (await orders.RecordAsync()).GetProperty("order").GetProperty("answer").GetProperty("objection").GetString().ShouldBe(objection);

        await desk["take-back-reason"].FillAsync("Called in from the road");
        await desk["take-back"].ClickAsync();
        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Issued");
        await Assertions.Expect(desk["order-answered-for"]).ToContainTextAsync("Called in from the road");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor["order-answer"]).Not.ToContainTextAsync(objection);
        var left = await visitor.Page.RunAndWaitForRequestAsync(() => visitor["depart-trip"].ClickAsync(), request => request.Url.EndsWith("/depart", StringComparison.Ordinal));
        left.PostDataJSON()!.Value.GetProperty("version").GetInt32().ShouldBe(orders.Version);
        await Assertions.Expect(visitor["depart-trip"]).ToHaveCountAsync(0);
        desk.ShouldBeQuiet();
        visitor.ShouldBeQuiet();
    }

    /// <summary>The day of a delivery in the county, whose clocks show China's time.</summary>
    private static string DayOf(JsonElement drop) =>
        drop.GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
