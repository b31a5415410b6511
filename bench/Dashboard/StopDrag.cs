using Microsoft.Playwright;

namespace Territory.Dashboard.Benchmarks;

/// <summary>Moves a stop over others of its list, and lets it go nowhere: each movement, and the time until what the drop would do stands there.</summary>
internal sealed class StopDrag(IPage page, Paints paints, int times)
{
    public const string Movement = "move a stop, each movement";

    private const float MostPreviewMilliseconds = 3_000;

    // Only over stops of the same distributor: anywhere else there is no drop, and so no figure to wait for.
    private const string Places = """
        order => {
          const seen = box => box.top > 220 && box.bottom < 820;
          const own = document.querySelector(`[data-testid=stop-item][data-order="${order}"]`).closest('.stop-row');
          return [...own.closest('[data-testid=distributor-plan]').querySelectorAll('.stop-row')]
            .filter(row => row !== own && row.previousElementSibling !== own && row.nextElementSibling !== own)
            .map(row => row.getBoundingClientRect()).filter(seen).map(box => [box.left + box.width / 2, box.top + box.height / 4]);
        }
        """;

    private const string WatchGhost = """
        () => {
          const ghost = document.querySelector('[data-testid=ghost]');
          window.ghostAnswer = null;
          window.ghostMoved = 0;
          new MutationObserver(() => {
            if (['exact', 'refused'].includes(ghost.dataset.state)) window.ghostAnswer ??= { state: ghost.dataset.state, after: performance.now() - window.ghostMoved };
          }).observe(ghost, { attributes: true, attributeFilter: ['data-state'] });
          addEventListener('pointermove', event => { window.ghostMoved = event.timeStamp; }, true);
        }
        """;

    /// <param name="stop">In the middle of the list.</param>
    public async Task MeasureAsync(ILocator stop)
    {
        var order = await stop.GetAttributeAsync("data-order");
        var box = (await stop.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y - 10);
        await page.GetByTestId("ghost").WaitForAsync();
        var next = 0;
        async Task<float[]> PlaceAsync()
        {
            var places = await page.EvaluateAsync<float[][]>(Places, order);
            return places.Length > 1 ? places[next++ % places.Length] : throw new InvalidOperationException("There are no other stops beside the one that is moved.");
        }

        await paints.MeasureAsync(Movement, "pointermove", times, async _ =>
        {
            var to = await PlaceAsync();
            return () => page.Mouse.MoveAsync(to[0], to[1]);
        });

        await page.EvaluateAsync(WatchGhost);
        var (previews, refused, without) = (new List<double>(), 0, 0);
        for (var time = 0; time < times; time++)
        {
            var to = await PlaceAsync();
            await page.EvaluateAsync("() => { window.ghostAnswer = null; }");
            await page.Mouse.MoveAsync(to[0], to[1]);
            switch (await AnswerAsync())
            {
                case null:
                    without++;
                    break;
                case ("exact", var milliseconds):
                    previews.Add(milliseconds);
                    break;
                default:
                    refused++;
                    break;
            }
        }

        Paints.Print($"move a stop, until its exact preview (server included; {refused} refused, {without} without)", previews);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        if (await page.GetByTestId("version-chip").First.GetAttributeAsync("data-version") is not "1")
            throw new InvalidOperationException("The drag changed the plan, which it should only have previewed.");
    }

    /// <summary>From the last movement to the server's answer in the page; null where none came.</summary>
    private async Task<(string State, double Milliseconds)?> AnswerAsync()
    {
        try
        {
            await page.WaitForFunctionAsync("() => window.ghostAnswer !== null", null, new PageWaitForFunctionOptions { Timeout = MostPreviewMilliseconds });
            return (await page.EvaluateAsync<string>("() => window.ghostAnswer.state"), await page.EvaluateAsync<double>("() => window.ghostAnswer.after"));
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
