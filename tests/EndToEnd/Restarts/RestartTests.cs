using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Field;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Restarts;

[Collection(DemoGroup.Name)]
public sealed class RestartTests(DemoTerritory demo)
{
    // Counts one outlet's product again and again, each time one unit more, and notes the last figure the server acknowledged.
    private const string CountUntilItFails = """
        async ([terminal, product]) => {
          window.acknowledged = 0;
          const session = await (await fetch('/api/session')).json();
          for (let units = 1; ; units++) {
            const answer = await fetch(`/api/terminals/${encodeURIComponent(terminal)}/count-stock`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'X-Territory-Csrf': session.csrf },
              body: JSON.stringify({ commandId: crypto.randomUUID(), lines: [{ product, units }] }),
            });
            if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
            window.acknowledged = units;
          }
        }
        """;

    [Fact]
    public async Task Server_KilledAndStartedAgain_LosesNothingAndThePageGoesOn()
    {
        using var data = demo.CopyData();
        var cancellation = TestContext.Current.CancellationToken;
        var process = await TerritoryProcess.StartAsync(data.Path, cancellation);
        try
        {
            await using var desk = await demo.AdministratorAsync(VisitorLook.Desk, process);
            var rep = (await FieldVisitor.RepsAsync(desk, demo.Region))[0];
            await using var phone = await FieldVisitor.JoinAsync(demo, desk, rep, process);
            await Assertions.Expect(phone["rep-stop-list"]).ToBeVisibleAsync();
            var (terminal, product) = await OutletOffTheListAsync(phone);

            await desk.GoAsync("/");
            await MarketClock.RunAsync(desk);
            await Assertions.Expect(desk["connection"]).ToHaveAttributeAsync("data-state", "live");
            var before = await MarketClock.NowAsync(desk, demo.Region);
            await desk.Page.EvaluateAsync("() => { window.sameDocument = true; }");
            var counting = phone.Page.EvaluateAsync(CountUntilItFails, new[] { terminal, product });
            await phone.Page.WaitForFunctionAsync("() => window.acknowledged >= 20");

            await process.KillAsync();
            await Should.ThrowAsync<PlaywrightException>(() => counting);
            var acknowledged = await phone.Page.EvaluateAsync<int>("() => window.acknowledged");
            await Assertions.Expect(desk["connection"]).ToHaveAttributeAsync("data-state", "reconnecting");

            var port = process.Port;
            await process.DisposeAsync();
            process = await TerritoryProcess.StartAsync(data.Path, cancellation, port);
            process.SignIn.ShouldBeNull();
            await Assertions.Expect(desk["connection"]).ToHaveAttributeAsync("data-state", "live");
            (await desk.Page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue();

            // The count on its way when the process died may or may not have been written; those before it must have been.
            var page = await desk.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminal)}");
            page.GetProperty("stock").EnumerateArray().Single(line => line.GetProperty("product").GetString() == product)
                .GetProperty("lastCounted").GetInt32().ShouldBeInRange(acknowledged, acknowledged + 1);

            // The market goes on by itself: the clock that the page shows passes the moment at which it was killed.
            await desk.Page.WaitForFunctionAsync(
                "moment => Date.parse(document.querySelector('[data-testid=clock-now]').dateTime) > moment", before.ToUnixTimeMilliseconds());
            await Assertions.Expect(desk["clock-toggle"]).ToHaveAttributeAsync("data-running", "true");
        }
        finally
        {
            await process.DisposeAsync();
        }
    }

    /// <summary>An outlet of the rep which nobody visits today, and a product it sells.</summary>
    private async Task<(string Terminal, string Product)> OutletOffTheListAsync(Visitor phone)
    {
        var today = (await phone.AskAsync("/api/my/day")).GetProperty("stops").EnumerateArray().Select(stop => stop.GetProperty("terminal").GetString()).ToHashSet(StringComparer.Ordinal);
        var mine = (await FieldVisitor.RepOfOutletsAsync(phone, demo.Region)).Keys;
        var terminal = mine.First(outlet => !today.Contains(outlet));
        var card = await phone.AskAsync($"/api/my/terminals/{Uri.EscapeDataString(terminal)}");
        return (terminal, card.GetProperty("products").EnumerateArray().First().GetProperty("product").GetString()!);
    }
}
