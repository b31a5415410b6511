using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Board;

/// <summary>The clock in the top bar.</summary>
internal static class MarketClock
{
    private const int MostPresses = 5;

    /// <summary>Lets the simulated day run until somebody is on the road, and leaves the clock at one minute a second.</summary>
    public static async Task ReachWorkAsync(Visitor visitor)
    {
        await RunAsync(visitor);
        await visitor["clock-speed"].SelectOptionAsync("300");
        await Assertions.Expect(visitor["mover-tally"]).Not.ToHaveAttributeAsync("data-travelling", "0");
        await visitor["clock-speed"].SelectOptionAsync("60");
        await Assertions.Expect(visitor["clock-speed"]).ToHaveValueAsync("60");
    }

    /// <summary>Lets the simulated day run until a time of day, and leaves the clock at one minute a second.</summary>
    public static async Task ReachAsync(Visitor visitor, string region, TimeSpan timeOfDay)
    {
        await RunAsync(visitor);
        await visitor["clock-speed"].SelectOptionAsync("300");
        while ((await NowAsync(visitor, region)).TimeOfDay < timeOfDay)
            await visitor.Page.WaitForFunctionAsync("seen => window.territoryDiagnostics().framesReceived > seen", await FramesAsync(visitor));
        await visitor["clock-speed"].SelectOptionAsync("60");
        await Assertions.Expect(visitor["clock-speed"]).ToHaveValueAsync("60");
    }

    public static Task RunAsync(Visitor visitor) => SetAsync(visitor, "true");

    public static Task PauseAsync(Visitor visitor) => SetAsync(visitor, "false");

    /// <summary>The region's moment, as the server has it.</summary>
    public static async Task<DateTimeOffset> NowAsync(Visitor visitor, string region) =>
        DateTimeOffset.Parse((await StateAsync(visitor, region)).GetProperty("now").GetString()!, CultureInfo.InvariantCulture);

    private static Task<int> FramesAsync(Visitor visitor) => visitor.Page.EvaluateAsync<int>("() => window.territoryDiagnostics().framesReceived");

    private static Task<JsonElement> StateAsync(Visitor visitor, string region) => visitor.AskAsync($"/api/regions/{region}/clock");

    private static async Task SetAsync(Visitor visitor, string running)
    {
        var toggle = visitor["clock-toggle"];
        await Assertions.Expect(toggle).ToBeEnabledAsync();
        // A frame that was under way when the button was pressed shows the clock as it was once more.
        for (var presses = 0; presses < MostPresses && await toggle.GetAttributeAsync("data-running") != running; presses++)
        {
            await toggle.ClickAsync();
            await Assertions.Expect(toggle).ToBeEnabledAsync();
        }

        await Assertions.Expect(toggle).ToHaveAttributeAsync("data-running", running);
    }
}
