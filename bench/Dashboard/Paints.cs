using System.Globalization;
using Microsoft.Playwright;

namespace Territory.Dashboard.Benchmarks;

/// <summary>Measures inputs to a page: from the event to the end of the frame that shows what it did, and what the page's main thread did meanwhile.</summary>
/// <remarks>
/// The wall time starts at the event's own time stamp, when the browser got it, and ends with the first task after the next frame. The main thread's is the growth of Chromium's TaskDuration,
/// which counts script, style, layout and paint, and what else the page had to do in that time; once by the clock, and once by the processor time of the thread, which other work on the
/// machine hardly touches. What brings the pointer to its place is painted before the input, and not part of it.
/// </remarks>
internal sealed class Paints
{
    private const string Script = """
        window.paints = [];
        for (const type of ['click', 'contextmenu', 'pointermove', 'wheel'])
          addEventListener(type, event => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => window.paints.push({ type, wall: performance.now() - event.timeStamp });
              channel.port2.postMessage(0);
            });
          }, { capture: true, passive: true });
        """;

    private const string Settled = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    private readonly IPage page;
    private readonly ICDPSession clock;
    private readonly ICDPSession processor;

    private Paints(IPage page, ICDPSession clock, ICDPSession processor) => (this.page, this.clock, this.processor) = (page, clock, processor);

    public static async Task<Paints> OfAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return new Paints(page, await OpenAsync("timeTicks"), await OpenAsync("threadTicks"));

        async Task<ICDPSession> OpenAsync(string timeDomain)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = timeDomain });
            return session;
        }
    }

    public static void Head()
    {
        Console.WriteLine("| input | times | wall p50 ms | wall p95 ms | main thread p50 ms | main thread p95 ms | its processor time p50 ms | its processor time p95 ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
    }

    /// <param name="input">Makes one input and answers false where there is nothing to make it on.</param>
    public async Task MeasureAsync(string what, string type, int times, Func<int, Task<Func<Task>?>> input)
    {
        var (wall, main, busy) = (new List<double>(), new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            if (await input(time) is not { } make)
                continue;
            await page.EvaluateAsync(Settled);
            await page.EvaluateAsync("() => { window.paints.length = 0; }");
            var (clockBefore, processorBefore) = (await TasksAsync(clock), await TasksAsync(processor));
            await make();
            await page.WaitForFunctionAsync("type => window.paints.some(paint => paint.type === type)", type);
            busy.Add(await TasksAsync(processor) - processorBefore);
            main.Add(await TasksAsync(clock) - clockBefore);
            wall.Add(await page.EvaluateAsync<double>("type => window.paints.find(paint => paint.type === type).wall", type));
        }

        Print(what, wall, main, busy);
    }

    /// <param name="more">Further kinds of time of the same inputs.</param>
    public static void Print(string what, List<double> wall, params List<double>[] more) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {wall.Count} |") + string.Concat(((List<double>[])[wall, .. more]).Select(Cells)));

    private static string Cells(List<double> values) => string.Create(CultureInfo.InvariantCulture, $" {Quantile(values, 0.5):F1} | {Quantile(values, 0.95):F1} |");

    private static async Task<double> TasksAsync(ICDPSession session)
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return 1000 * metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static double Quantile(List<double> values, double part)
    {
        if (values.Count == 0)
            return double.NaN;
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)Math.Ceiling(part * values.Count) - 1)];
    }
}
