using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Field;

[Collection(MorningGroup.Name)]
public sealed class RepVisitTests(DemoTerritory demo)
{
    // Expected values: the 1.5x rule of the trade, worked out here: sold = last count + received - counted; order = 1.5 sold - counted - on order, in whole cases.
    [Fact]
    public async Task Visit_CountedAndOrdered_SuggestsByTheRuleAndIsOnTheRecord()
    {
        await using var desk = await demo.AdministratorAsync();
        var rep = (await FieldVisitor.RepsAsync(desk, demo.Region))[0];
        await using var phone = await FieldVisitor.JoinAsync(demo, desk, rep);
        await Assertions.Expect(phone["rep-stop-list"]).ToBeVisibleAsync();

        var stop = phone.Find("rep-stop", "data-state", "planned").Last;
        var terminal = (await stop.GetAttributeAsync("data-terminal"))!;
        await stop.ClickAsync();
        await phone["start-visit"].ClickAsync();
        await ShouldFitAsync(phone);
        await phone["steps"].GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await Assertions.Expect(phone["steps"].GetByRole(AriaRole.Checkbox).First).ToBeCheckedAsync();

        var card = await phone.AskAsync($"/api/my/terminals/{Uri.EscapeDataString(terminal)}");
        var counted = card.GetProperty("products").EnumerateArray().Where(line => line.GetProperty("lastCount").ValueKind == JsonValueKind.Number).Take(3).ToList();
        counted.ShouldNotBeEmpty();
        foreach (var line in counted)
            await phone[$"count-{ProductOf(line)}"].FillAsync("0");
        await phone["send-count"].ClickAsync();
        await Assertions.Expect(phone["suggested-order"]).ToBeVisibleAsync();
        foreach (var line in counted)
            await Assertions.Expect(phone[$"order-{ProductOf(line)}"]).ToHaveValueAsync(SuggestedCases(line, counted: 0).ToString(CultureInfo.InvariantCulture));

        await phone[$"order-{ProductOf(counted[0])}"].FillAsync("2");
        await phone["place-order"].ClickAsync();
        await Assertions.Expect(phone["order-placed"]).ToBeVisibleAsync();
        await phone["complete-visit"].ClickAsync();
        await Assertions.Expect(phone.Find("rep-stop", "data-terminal", terminal)).ToHaveAttributeAsync("data-state", "done");

        var page = await desk.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminal)}");
        page.GetProperty("stock").EnumerateArray().Single(line => ProductOf(line) == ProductOf(counted[0])).GetProperty("lastCounted").GetInt32().ShouldBe(0);
        page.GetProperty("openOrders").EnumerateArray()
            .SelectMany(order => order.GetProperty("lines").EnumerateArray())
            .ShouldContain(line => ProductOf(line) == ProductOf(counted[0]) && line.GetProperty("cases").GetInt32() == 2);
        page.GetProperty("visits")[0].GetProperty("rep").GetString().ShouldBe(rep);
        phone.ShouldBeQuiet();
        desk.ShouldBeQuiet();
    }

    // Expected values: the desk's list of which outlet is whose.
    [Fact]
    public async Task Rep_SignedIn_SeesNothingOfTheOthers()
    {
        await using var desk = await demo.AdministratorAsync();
        var rep = (await FieldVisitor.RepsAsync(desk, demo.Region))[1];
        var repOf = await FieldVisitor.RepOfOutletsAsync(desk, demo.Region);
        await using var phone = await FieldVisitor.JoinAsync(demo, desk, rep);
        await Assertions.Expect(phone["rep-stop-list"]).ToBeVisibleAsync();

        var stops = await phone["rep-stop"].EvaluateAllAsync<string[]>("stops => stops.map(stop => stop.dataset.terminal)");
        stops.ShouldNotBeEmpty();
        stops.ShouldAllBe(stop => repOf[stop] == rep);
        var mine = repOf.Where(pair => pair.Value == rep).Select(pair => pair.Key).ToList();
        (await FieldVisitor.RepOfOutletsAsync(phone, demo.Region)).Keys.ShouldBe(mine, ignoreOrder: true);
        var figures = await phone.AskAsync($"/api/regions/{demo.Region}/metrics");
        figures.GetProperty("numericDistribution").GetProperty("denominator").GetInt32().ShouldBeLessThanOrEqualTo(mine.Count);

        var foreign = Uri.EscapeDataString(repOf.First(pair => pair.Value != rep).Key);
        (await phone.StatusAsync($"/api/my/terminals/{foreign}")).ShouldBe(404);
        (await phone.StatusAsync($"/api/regions/{demo.Region}/terminals/{foreign}")).ShouldBeOneOf(403, 404);
        (await phone.StatusAsync("/api/people")).ShouldBe(403);
        phone.ShouldBeQuiet();

        // The desk's pages lead back to the rep's own.
        await phone.GoAsync("/people");
        await Assertions.Expect(phone["rep-day"]).ToBeVisibleAsync();
    }

    private static string ProductOf(JsonElement line) => line.GetProperty("product").GetString()!;

    private static int SuggestedCases(JsonElement line, int counted)
    {
        var sold = line.GetProperty("lastCount").GetInt32() + line.GetProperty("receivedSince").GetInt32() - counted;
        var units = (1.5 * Math.Max(0, sold)) - counted - line.GetProperty("onOrder").GetInt32();
        return (int)Math.Ceiling(Math.Max(0, units) / line.GetProperty("unitsPerCase").GetInt32());
    }

    private static async Task ShouldFitAsync(Visitor phone) =>
        (await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(VisitorLook.Phone.Width);
}
