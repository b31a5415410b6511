using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.Dashboard.Benchmarks;

// Our own script per drawn frame of the today board, in a real browser with software rendering, while a market of N outlets runs.
// Arguments: outlets (default 20000), seconds per measurement (default 15), simulated speed (default 60), the browser (default /usr/bin/chromium).
var outlets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 15;
var speed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60;
var chromium = args.Length > 3 ? args[3] : "/usr/bin/chromium";

var data = Directory.CreateTempSubdirectory("territory-frames-").FullName;
try
{
    await County.FoundAsync(data, outlets);
    using var territory = await ServedTerritory.StartAsync(data, speed);
    using var playwright = await Playwright.CreateAsync();
    string[] flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
    await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = flags });
    var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
    await page.GotoAsync(territory.SignIn);
    await page.GetByTestId("join-name").FillAsync("Bench");
    await page.GetByTestId("join-email").FillAsync("bench@example.com");
    await page.GetByTestId("join-password").FillAsync("Quite-long-enough-77");
    await page.GetByTestId("join-submit").ClickAsync();
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
