using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Day;

/// <summary>The driver's page on a phone.</summary>
internal sealed class DriverPhone(Visitor phone)
{
    /// <summary>Takes the order as it is and leaves the yard.</summary>
    public async Task DepartAsync()
    {
        await phone["accept-order"].ClickAsync();
        await Assertions.Expect(phone["order-answer"]).ToBeVisibleAsync();
        await phone["depart-trip"].ClickAsync();
        await Assertions.Expect(phone["depart-trip"]).ToHaveCountAsync(0);
        await Assertions.Expect(phone["next-stop"]).ToBeVisibleAsync();
    }

    public ILocator Stop(string terminal) => phone.Find("driver-stop", "data-terminal", terminal);

    /// <summary>The stops of the list, by their outlets.</summary>
    public Task<string[]> TerminalsAsync() => phone["driver-stop"].EvaluateAllAsync<string[]>("stops => stops.map(stop => stop.dataset.terminal)");

    public async Task ArriveAsync(string terminal)
    {
        await Stop(terminal).ClickAsync();
        await phone["arrive"].ClickAsync();
        await Assertions.Expect(phone["deliver"]).ToBeVisibleAsync();
    }

    public async Task HandOverAsync(string terminal)
    {
        await ArriveAsync(terminal);
        await phone["deliver"].ClickAsync();
        await Assertions.Expect(Stop(terminal)).ToHaveAttributeAsync("data-state", "done");
    }

    /// <summary>Hands over what the open stops of the trip are to get, as the page would send it.</summary>
    public async Task HandOverRestAsync()
    {
        var stops = (await phone.AskAsync("/api/my/day")).GetProperty("trips").EnumerateArray().SelectMany(trip => trip.GetProperty("stops").EnumerateArray())
            .Where(stop => stop.GetProperty("state").GetString() == "planned");
        foreach (var stop in stops)
        {
            var terminal = Uri.EscapeDataString(stop.GetProperty("terminal").GetString()!);
            var lines = stop.GetProperty("lines").EnumerateArray().Select(line => new { product = line.GetProperty("product").GetString(), delivered = Cases(line) });
            var (status, answer) = await phone.TellAsync($"/api/terminals/{terminal}/receive-delivery", new { commandId = Guid.NewGuid(), lines, refusal = "None" });
            status.ShouldBe(200, answer.ToString());
        }
    }

    public async Task ReturnAsync(string kilometers)
    {
        await phone["trip-kilometers"].FillAsync(kilometers);
        await phone["return-trip"].ClickAsync();
        await Assertions.Expect(phone["return-trip"]).ToHaveCountAsync(0);
    }

    private static int Cases(JsonElement line) => line.GetProperty("cases").GetInt32();
}
