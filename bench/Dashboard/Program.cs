using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.Dashboard.Benchmarks;

// Measures the today board in a real browser with software rendering; see README.md.
// Arguments: outlets (default 20000), seconds per measurement (default 15), simulated speed (default 60), the browser (default /usr/bin/chromium);
// or: board or board-cpu, times of each input (default 60), stops (default 500), vehicles (default 40), the browser, a part of the names of the inputs to measure (default all).
var isBoard = args is ["board" or "board-cpu", ..];
int Figure(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
var (times, stops, vehicles) = isBoard ? (Figure(1, 60), Figure(2, 500), Figure(3, 40)) : (0, 0, 0);
var outlets = isBoard ? 0 : Figure(0, 20_000);
var seconds = !isBoard && args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 15;
var speed = isBoard ? 1 : Figure(2, 60);
var chromium = args.Length > (isBoard ? 4 : 3) ? args[isBoard ? 4 : 3] : "/usr/bin/chromium";

var data = Directory.CreateTempSubdirectory("territory-frames-").FullName;
try
{
    if (isBoard)
    {
        var (placed, used, unserved) = await BoardDay.FoundAsync(data, stops, vehicles);
        Console.WriteLine($"{placed} stops on {used} of {vehicles} vehicles, {unserved} in the tray");
    }
    else
    {
        await County.FoundAsync(data, outlets);
    }

    using var territory = await ServedTerritory.StartAsync(data, speed);
    using var playwright = await Playwright.CreateAsync();
    string[] flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
    // Without a graphics card Chromium puts a page together on the processor by itself; the flags above emulate a card for that as well.
    if (args is ["board-cpu", ..])
        flags = [.. flags, "--disable-gpu-compositing"];
    await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = flags });
    var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
    await page.GotoAsync(territory.SignIn);
    await page.GetByTestId("join-name").FillAsync("Bench");
    await page.GetByTestId("join-email").FillAsync("bench@example.com");
    await page.GetByTestId("join-password").FillAsync("Quite-long-enough-77");
    await page.GetByTestId("join-submit").ClickAsync();
    if (isBoard)
    {
        await new BoardInputs(page, times, args.Length > 5 ? args[5] : "").MeasureAsync();
        return;
    }

    await page.WaitForFunctionAsync("count => window.territoryDiagnostics?.().outlets === count", outlets, new PageWaitForFunctionOptions { Timeout = 120_000 });
    await page.WaitForFunctionAsync("() => window.territoryDiagnostics().frameCost().frames > 30", null, new PageWaitForFunctionOptions { Timeout = 120_000 });

    Console.WriteLine("| view of the whole county | frames | mean ms | p95 ms | greatest ms |");
    Console.WriteLine("|---|---:|---:|---:|---:|");
    await MeasureAsync("still, the market running", () => Task.Delay(TimeSpan.FromSeconds(seconds)));
    await MeasureAsync("dragged to and fro, the market running", DragAsync);

    async Task MeasureAsync(string what, Func<Task> meanwhile)
    {
        await page.EvaluateAsync("() => window.territoryDiagnostics().resetFrameCost()");
        await meanwhile();
        var cost = (await page.EvaluateAsync<JsonElement?>("() => window.territoryDiagnostics().frameCost()"))!.Value;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {cost.GetProperty("frames").GetInt32()} | {cost.GetProperty("mean").GetDouble():F2} | {cost.GetProperty("p95").GetDouble():F2} | {cost.GetProperty("max").GetDouble():F2} |"));
    }

    async Task DragAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await page.Mouse.MoveAsync(600, 400);
        await page.Mouse.DownAsync();
        for (var step = 0; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; step++)
            await page.Mouse.MoveAsync(600 + (100 * MathF.Sin(step / 8f)), 400 + (60 * MathF.Cos(step / 8f)));
        await page.Mouse.UpAsync();
    }
}
finally
{
    Directory.Delete(data, recursive: true);
}
