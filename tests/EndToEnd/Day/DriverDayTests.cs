using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(MorningGroup.Name)]
public sealed partial class DriverDayTests(DemoTerritory demo)
{
    private const int CashYuan = 50;
    private const int FenPerYuan = 100;

    // The smallest of pictures: one grey pixel.
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    // Expected values: the goods and the cash of the order, added up here as the driver handed them over; the outcome that the server keeps must agree to the case.
    [Fact]
    public async Task Driver_NetworkCutAndAnswerLost_HandsOverOnceAndTheOrderIsClosed()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var issued = new ShortOrder(demo, desk, "D1");
        await issued.IssueAsync();
        var (vehicle, date) = (issued.Vehicle, issued.Date);
        await desk.GoAsync($"/dispatch-orders/{date}/{vehicle}");
        await desk["driver-link"].ClickAsync();
        var link = await desk["driver-link-address"].InputValueAsync();

        await using var phone = await demo.ArriveAsync(VisitorLook.Phone);
        await phone.GoAsync(link);
        var driver = new DriverPhone(phone);
        await driver.DepartAsync();
        await phone.ShouldFitAsync();
        var terminals = await driver.TerminalsAsync();
        var stop = Stops(await phone.AskAsync("/api/my/day")).First(each => each.GetProperty("terminal").GetString() == terminals[0]);
        var line = stop.GetProperty("lines")[0];
        var product = line.GetProperty("product").GetString()!;
        var pictures = new ConcurrentQueue<string>();
        phone.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/attachments", StringComparison.Ordinal) && request.PostDataJSON() is { } sent)
                pictures.Enqueue(sent.GetProperty("commandId").GetString()!);
        };
        await phone.CutNetworkAsync(isCut: true);
        await HandOverShortAsync(phone, terminals[0], product, line.GetProperty("cases").GetInt32() - 1);
        // Photograph, signature, delivery.
        await Assertions.Expect(phone["queue-count"]).ToHaveAttributeAsync("data-count", "3");
        (await OutcomeAsync(desk, vehicle, date)).GetProperty("stopsDone").GetInt32().ShouldBe(0);

        // With the network back, the server takes the delivery but its answer never arrives, so that the phone sends it again.
        var answersLost = 0;
        await phone.Page.RouteAsync(ReceiveDelivery(), async route =>
        {
            if (Interlocked.Increment(ref answersLost) == 1)
            {
                (await route.FetchAsync()).Status.ShouldBe(200);
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await phone.CutNetworkAsync(isCut: false);
        await Assertions.Expect(phone["queue-bar"]).ToHaveCountAsync(0);
        answersLost.ShouldBe(2);
        await Assertions.Expect(phone["queue-refused"]).ToHaveCountAsync(0);
        await PayAsync(phone, terminals[0]);
        foreach (var terminal in terminals.Skip(1))
            await driver.HandOverAsync(terminal);
        await driver.ReturnAsync("31.5");

        var outcome = await OutcomeAsync(desk, vehicle, date);
        outcome.GetProperty("isOut").GetBoolean().ShouldBeFalse();
        outcome.GetProperty("stopsDone").GetInt32().ShouldBe(terminals.Length);
        outcome.GetProperty("driven").GetInt32().ShouldBe(31_500);
        outcome.GetProperty("cashCollected").GetInt32().ShouldBe(CashYuan * FenPerYuan);
        foreach (var goods in outcome.GetProperty("goods").EnumerateArray())
        {
            var isShort = goods.GetProperty("product").GetString() == product;
            goods.GetProperty("delivered").GetInt32().ShouldBe(goods.GetProperty("loaded").GetInt32() - (isShort ? 1 : 0));
        }

        var drops = (await desk.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminals[0])}")).GetProperty("deliveries").EnumerateArray()
            .Where(drop => drop.GetProperty("vehicle").GetString() == vehicle && DayOf(drop) == date).ToList();
        drops.Count.ShouldBe(1);
        drops[0].GetProperty("cases").GetInt32().ShouldBe(stop.GetProperty("cases").GetInt32() - 1);
        pictures.Distinct().Count().ShouldBe(2);
        foreach (var picture in pictures.Distinct())
            (await desk.StatusAsync($"/api/regions/{demo.Region}/attachments/{picture}")).ShouldBe(200);
        await CloseAsync(desk, vehicle, date);
    }

    private static async Task HandOverShortAsync(Visitor phone, string terminal, string product, int cases)
    {
        await new DriverPhone(phone).ArriveAsync(terminal);
        await phone[$"delivered-{product}"].FillAsync($"{cases}");
        await phone["refusal-reason"].SelectOptionAsync("Damaged");
        await phone["drop-photo"].SetInputFilesAsync(new FilePayload { Name = "door.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Pixel) });
        var pad = phone["signature-pad"];
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        var finger = phone.Page.Mouse;
        await finger.MoveAsync(box.X + 20, box.Y + 20);
        await finger.DownAsync();
        await finger.MoveAsync(box.X + 120, box.Y + 60, new MouseMoveOptions { Steps = 4 });
        await finger.UpAsync();
        await Assertions.Expect(pad).ToHaveAttributeAsync("data-signed", "true");
        await phone["deliver"].ClickAsync();
    }

    private static async Task PayAsync(Visitor phone, string terminal)
    {
        await Stop(phone, terminal).ClickAsync();
        await phone["payment-amount"].FillAsync($"{CashYuan}");
        await phone["pay"].ClickAsync();
        await Assertions.Expect(phone["payment-amount"]).ToHaveValueAsync("");
        await Stop(phone, terminal).ClickAsync();
    }

    /// <summary>The goods that are back and the cash are counted; both agree with the record, so that no reason is asked.</summary>
    private async Task CloseAsync(Visitor desk, string vehicle, string date)
    {
        await desk.GoAsync($"/dispatch-orders/{date}/{vehicle}");
        await Assertions.Expect(desk["close-form"]).ToBeVisibleAsync();
        await desk["cash-counted"].FillAsync("49");
        await Assertions.Expect(desk["close-difference"]).ToBeVisibleAsync();
        await desk["cash-counted"].FillAsync($"{CashYuan}");
        await Assertions.Expect(desk["close-difference"]).ToHaveCountAsync(0);
        await desk["close-order"].ClickAsync();
        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Closed");
        var actuals = (await desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders/{vehicle}/{date}")).GetProperty("order").GetProperty("closing").GetProperty("actuals");
        actuals.GetProperty("cashCounted").GetInt32().ShouldBe(CashYuan * FenPerYuan);
        actuals.GetProperty("returned").EnumerateArray().Sum(line => line.GetProperty("cases").GetInt32()).ShouldBe(1);
        desk.ShouldBeQuiet();
    }

    private async Task<JsonElement> OutcomeAsync(Visitor desk, string vehicle, string date) =>
        (await desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders/{vehicle}/{date}")).GetProperty("outcome");

    /// <summary>The day of a delivery in the county, whose clocks show China's time.</summary>
    private static string DayOf(JsonElement drop) =>
        drop.GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ILocator Stop(Visitor phone, string terminal) => phone.Find("driver-stop", "data-terminal", terminal);

    private static IEnumerable<JsonElement> Stops(JsonElement day) =>
        day.GetProperty("trips").EnumerateArray().SelectMany(trip => trip.GetProperty("stops").EnumerateArray());

    [GeneratedRegex("/receive-delivery$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReceiveDelivery();
}
