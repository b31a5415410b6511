using Microsoft.Playwright;

namespace Territory.Dashboard.Benchmarks;

/// <summary>What a dispatcher does on the today board, one input at a time.</summary>
internal sealed class BoardInputs(IPage page, int times)
{
    private const float MostPreviewMilliseconds = 3_000;
    private const int MostAttempts = 20;

    private const string WatchGhost = """
        () => {
          const ghost = document.querySelector('[data-testid=ghost]');
          window.ghostChanges = [];
          window.ghostMoved = 0;
          new MutationObserver(() => window.ghostChanges.push({ state: ghost.dataset.state, at: performance.now() })).observe(ghost, { attributes: true, attributeFilter: ['data-state'] });
          addEventListener('pointermove', event => { window.ghostMoved = event.timeStamp; }, true);
        }
        """;

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
        await paints.MeasureAsync("select a stop in the list", "click", times, async _ => ClickOn(await MiddleAsync(await StopAsync())));
        await paints.MeasureAsync("select a stop on the map", "click", times, async _ => ClickOn(await OnMapAsync()));
        await paints.MeasureAsync("select a stop in the Gantt", "click", times, async _ => ClickOn(await InGanttAsync()));
        await paints.MeasureAsync("open a stop's menu", "contextmenu", times, async _ =>
        {
            await page.Keyboard.PressAsync("Escape");
            var (x, y) = await MiddleAsync(await StopAsync());
            return () => page.Mouse.ClickAsync(x, y, new MouseClickOptions { Button = MouseButton.Right });
        });
        await page.Keyboard.PressAsync("Escape");
        await DragAsync(paints);
        await paints.MeasureAsync("scroll the Gantt", "wheel", times, async time =>
        {
            var box = (await page.GetByTestId("gantt").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            return () => page.Mouse.WheelAsync(0, time / 8 % 2 == 0 ? 60 : -60);
        });
    }

    /// <summary>Moves a stop over others of the list, and lets it go nowhere: each movement, and the time until what the drop would do stands there.</summary>
    private async Task DragAsync(Paints paints)
    {
        var (x, y) = await MiddleAsync(await StopAsync());
        var previews = new List<double>();
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y - 10);
        await page.GetByTestId("ghost").WaitForAsync();
        var box = (await page.GetByTestId("route-list").First.BoundingBoxAsync())!;
        var (top, bottom) = (Math.Max(box.Y, 180), Math.Min(box.Y + box.Height, 860));
        await paints.MeasureAsync("move a stop, each movement", "pointermove", times, time =>
        {
            var to = top + ((bottom - top) * random.NextSingle());
            return Task.FromResult<Func<Task>?>(async () => await page.Mouse.MoveAsync(x + (time % 2), to));
        });
        await page.EvaluateAsync(WatchGhost);
        for (var time = 0; time < times; time++)
        {
            await page.EvaluateAsync("() => { window.ghostChanges.length = 0; }");
            await page.Mouse.MoveAsync(x + (time % 2), top + ((bottom - top) * random.NextSingle()));
            if (await ExactAfterAsync() is { } milliseconds)
                previews.Add(milliseconds);
        }

        Paints.Print("move a stop, until its exact preview (server included)", previews, null);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        if (await page.GetByTestId("version-chip").First.GetAttributeAsync("data-version") is not "1")
            throw new InvalidOperationException("The drag changed the plan, which it should only have previewed.");
    }

    /// <summary>From the last movement to the exact figures; null where the place has none, or the same as before.</summary>
    private async Task<double?> ExactAfterAsync()
    {
        try
        {
            await page.WaitForFunctionAsync("() => window.ghostChanges.at(-1)?.state === 'exact'", null, new PageWaitForFunctionOptions { Timeout = MostPreviewMilliseconds });
            return await page.EvaluateAsync<double>("() => window.ghostChanges.at(-1).at - window.ghostMoved");
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Func<Task>? ClickOn((float X, float Y)? place) => place is var (x, y) ? () => page.Mouse.ClickAsync(x, y) : null;

    /// <summary>A stop of the list in view. The list renews what has scrolled out of it, so that one may be gone before it is there.</summary>
    private async Task<ILocator> StopAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // In the middle: at its edge the list's head would take the input.
                var stop = page.GetByTestId("stop-item").Nth(random.Next(await page.GetByTestId("stop-item").CountAsync()));
                await stop.EvaluateAsync("stop => stop.scrollIntoView({ block: 'center' })");
                if (await stop.BoundingBoxAsync() is not null)
                    return stop;
            }
            catch (PlaywrightException) when (attempt < MostAttempts)
            {
                // Another one, then.
            }
        }
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
