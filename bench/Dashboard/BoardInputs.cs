using Microsoft.Playwright;

namespace Territory.Dashboard.Benchmarks;

/// <summary>What a dispatcher does on the today board, one input at a time.</summary>
/// <param name="only">A part of the names of the inputs to measure.</param>
internal sealed class BoardInputs(IPage page, int times, string only)
{
    private const int MostAttempts = 20;

    // Longer than the map waits before it follows a choice, and than it takes to.
    private const int PersonMilliseconds = 1_000;

    private readonly Random random = new(1);

    public async Task MeasureAsync()
    {
        await page.GetByTestId("date-today").ClickAsync();
        await page.GetByTestId("expand-all").ClickAsync();
        await page.GetByTestId("stop-item").First.WaitForAsync();
        if (await page.GetByTestId("gantt").CountAsync() == 0)
            await page.GetByTestId("drawer-timetable").ClickAsync();
        await page.GetByTestId("gantt").WaitForAsync();
        var paints = await Paints.OfAsync(page);
        Paints.Head();
        await BareAsync();
        await MeasureAsync("select a stop in the list", "click", async _ => ClickOn(await InViewAsync()));
        await MeasureAsync("select a stop in the list, the map having followed the one before", "click", async _ =>
        {
            await Task.Delay(PersonMilliseconds);
            return ClickOn(await InViewAsync());
        });
        await MeasureAsync("select a stop in the list, at once after scrolling to it", "click", async _ => ClickOn(await MiddleAsync(await StopAsync())));
        await MeasureAsync("select a stop on the map", "click", async _ => ClickOn(await OnMapAsync()));
        await MeasureAsync("select a stop in the Gantt", "click", async _ => ClickOn(await InGanttAsync()));
        await MeasureAsync("open a stop's menu", "contextmenu", async _ =>
        {
            await page.Keyboard.PressAsync("Escape");
            var (x, y) = await MiddleAsync(await StopAsync());
            return () => page.Mouse.ClickAsync(x, y, new MouseClickOptions { Button = MouseButton.Right });
        });
        await page.Keyboard.PressAsync("Escape");
        if (IsWanted(StopDrag.Movement))
            await new StopDrag(page, paints, times).MeasureAsync(await StopAsync());
        await MeasureAsync("scroll the Gantt", "wheel", async time =>
        {
            var box = (await page.GetByTestId("gantt").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            return () => page.Mouse.WheelAsync(0, time / 8 % 2 == 0 ? 60 : -60);
        });

        Task MeasureAsync(string what, string type, Func<int, Task<Func<Task>?>> input) => IsWanted(what) ? paints.MeasureAsync(what, type, times, input) : Task.CompletedTask;
    }

    private bool IsWanted(string what) => what.Contains(only, StringComparison.OrdinalIgnoreCase);

    /// <summary>The least that this browser can do on this machine: a button that changes colour on a page with nothing else.</summary>
    private async Task BareAsync()
    {
        var bare = await page.Context.Browser!.NewPageAsync();
        await bare.SetViewportSizeAsync(page.ViewportSize!.Width, page.ViewportSize.Height);
        await bare.SetContentAsync("<style>button { width: 300px; height: 48px } .on { background: #1f5fbf }</style><button onclick=\"this.classList.toggle('on')\">.</button>");
        var paints = await Paints.OfAsync(bare);
        await paints.MeasureAsync("baseline: a button of a bare page", "click", times, async _ => ClickOn(await MiddleAsync(bare.Locator("button")), bare));
        await bare.CloseAsync();
        await page.BringToFrontAsync();
    }

    private Func<Task>? ClickOn((float X, float Y)? place, IPage? on = null) => place is var (x, y) ? () => (on ?? page).Mouse.ClickAsync(x, y) : null;

    /// <summary>A stop in the middle of the list. The list renews what scrolls into it, so that the stop may have gone elsewhere before it is there; then it is another one's turn.</summary>
    private async Task<ILocator> StopAsync()
    {
        const string Centre = """
            async stop => {
              const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              // At the list's edge its head would take the input.
              stop.scrollIntoView({ block: 'center' });
              await painted();
              const box = stop.getBoundingClientRect();
              return stop.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)) ? stop.dataset.order : null;
            }
            """;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // A vehicle that stands before a stop on the map opens its own sheet in the place of the list.
                if (await page.GetByTestId("stop-item").CountAsync() == 0)
                    await page.GetByTestId("tab-deliveries").ClickAsync();
                var stop = page.GetByTestId("stop-item").Nth(random.Next(await page.GetByTestId("stop-item").CountAsync()));
                if (await stop.EvaluateAsync<string?>(Centre) is { } order)
                    return page.Locator($"[data-testid=stop-item][data-order='{order}']");
            }
            catch (PlaywrightException) when (attempt < MostAttempts)
            {
                // It has left the list meanwhile.
            }
        }
    }

    /// <summary>A stop that the list shows.</summary>
    private async Task<(float X, float Y)?> InViewAsync()
    {
        var shown = await page.EvaluateAsync<float[][]>("""
            () => [...document.querySelectorAll('[data-testid=stop-item]')].map(stop => stop.getBoundingClientRect())
              .filter(box => box.top > 220 && box.bottom < 820).map(box => [box.left + box.width / 2, box.top + box.height / 2])
            """);
        return shown.Length > 0 && shown[random.Next(shown.Length)] is [var x, var y] ? (x, y) : null;
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Where the map shows a stop of the list; null where none of some is in view.</summary>
    private async Task<(float X, float Y)?> OnMapAsync()
    {
        const string Where = """
            async terminal => {
              const { south, west, north, east } = window.territoryDiagnostics().view();
              window.benchOutlets ??= await (await fetch(`/api/regions/${(await (await fetch('/api/regions')).json())[0].id}/outlets`)).json();
              const at = window.benchOutlets.ids.indexOf(terminal);
              const [lon, lat] = [window.benchOutlets.lon[at], window.benchOutlets.lat[at]];
              const mercator = degrees => Math.log(Math.tan(Math.PI / 4 + degrees * Math.PI / 360));
              const box = document.querySelector('[data-testid=map]').getBoundingClientRect();
              const [x, y] = [(lon - west) / (east - west), (mercator(north) - mercator(lat)) / (mercator(north) - mercator(south))];
              return x < 0.1 || x > 0.9 || y < 0.1 || y > 0.9 ? null : [box.left + x * box.width, box.top + y * box.height];
            }
            """;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var terminal = await (await StopAsync()).GetAttributeAsync("data-terminal");
            if (await page.EvaluateAsync<float[]?>(Where, terminal) is [var x, var y])
                return (x, y);
        }

        return null;
    }

    /// <summary>A place of the Gantt with a stop under it: where the tip says so.</summary>
    private async Task<(float X, float Y)?> InGanttAsync()
    {
        var gantt = page.GetByTestId("gantt");
        var box = (await gantt.BoundingBoxAsync())!;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var (x, y) = (box.X + 130 + (random.NextSingle() * (box.Width - 150)), box.Y + 24 + (random.NextSingle() * (box.Height - 30)));
            await page.Mouse.MoveAsync(x, y);
            if (await gantt.Locator(".gantt-tip").IsVisibleAsync())
                return (x, y);
        }

        return null;
    }
}
