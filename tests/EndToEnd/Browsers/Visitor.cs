using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Territory.EndToEnd.Browsers;

/// <summary>One person at one page, with a note of whatever the page should not do.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const float PatienceMilliseconds = 45_000;
    private readonly IBrowserContext context;
    private readonly string address;
    private readonly ConcurrentQueue<string> noises = new();

    private Visitor(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        this.address = address;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visitor> ArriveAsync(IBrowser browser, string address, VisitorLook look, string? state = null)
    {
        var screen = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            Locale = look.Locale,
            HasTouch = look.IsPhone,
            IsMobile = look.IsPhone,
            StorageState = state,
            // Maps jump instead of gliding: without a graphics card every frame is dear.
            ReducedMotion = ReducedMotion.Reduce,
        });
        screen.SetDefaultTimeout(PatienceMilliseconds);
        var visitor = new Visitor(screen, await screen.NewPageAsync(), address);
        screen.Request += (_, request) => visitor.Note(request);
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                visitor.noises.Enqueue($"console: {message.Text} ({message.Location})");
        };
        visitor.Page.PageError += (_, error) => visitor.noises.Enqueue($"page error: {error}");
        return visitor;
    }

    public ILocator this[string testId] => Page.GetByTestId(testId);

    /// <summary>The element with both a test id and an attribute of a value.</summary>
    public ILocator Find(string testId, string attribute, string value) => Page.Locator($"[data-testid='{testId}'][{attribute}='{value}']");

    public async Task GoAsync(string path) => await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });

    /// <summary>The cookies and stored settings, with which another visitor is the same person.</summary>
    public Task<string> StateAsync() => context.StorageStateAsync();

    /// <summary>Asks the server with this person's cookies; throws where it refuses.</summary>
    public async Task<JsonElement> AskAsync(string path)
    {
        var answer = await Page.APIRequest.GetAsync(address + path);
        answer.Status.ShouldBe(200, $"{path}: {await answer.TextAsync()}");
        return JsonElement.Parse(await answer.BodyAsync());
    }

    /// <summary>Tells the server something with this person's cookies; the caller looks at what it says.</summary>
    public async Task<(int Status, JsonElement Body)> TellAsync(string path, object body)
    {
        var session = await AskAsync("/api/session");
        var answer = await Page.APIRequest.PostAsync(address + path, new APIRequestContextOptions
        {
            DataObject = body,
            Headers = [new("X-Territory-Csrf", session.GetProperty("csrf").GetString()!)],
        });
        var text = await answer.BodyAsync();
        return (answer.Status, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>Cuts this person's network, or gives it back.</summary>
    public Task CutNetworkAsync(bool isCut) => context.SetOfflineAsync(isCut);

    /// <summary>The status with which the server answers this person.</summary>
    public async Task<int> StatusAsync(string path) => (await Page.APIRequest.GetAsync(address + path)).Status;

    /// <summary>No error on the console and no request to any other host.</summary>
    public void ShouldBeQuiet() => noises.ShouldBeEmpty();

    /// <summary>The page is no wider than the screen.</summary>
    public async Task ShouldFitAsync() =>
        (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Page.ViewportSize!.Width, Page.Url);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme is "http" or "https" or "ws" or "wss" && url.Authority != new Uri(address).Authority)
            noises.Enqueue($"request to another host: {request.Url}");
    }
}
