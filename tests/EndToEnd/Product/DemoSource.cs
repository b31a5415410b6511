using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;

namespace Territory.EndToEnd.Product;

/// <summary>The browser, and the demo region as a first start makes it; each is made once for all tests, when the first of them asks.</summary>
/// <remarks>TERRITORY_DEMO_DATA may name a data directory that was made before and that nobody has signed in to; it is copied and saves the making.</remarks>
public sealed class DemoSource : IAsyncDisposable
{
    private readonly Lazy<Task<Chromium>> chromium = new(Chromium.LaunchAsync);
    private readonly Lazy<Task<DemoRegion>> region;

    public DemoSource() => region = new(MakeAsync);

    public async ValueTask DisposeAsync()
    {
        if (region.IsValueCreated && region.Value.IsCompletedSuccessfully)
            (await region.Value).Data.Dispose();
        if (chromium.IsValueCreated && chromium.Value.IsCompletedSuccessfully)
            await (await chromium.Value).DisposeAsync();
    }

    internal Task<Chromium> ChromiumAsync() => chromium.Value;

    internal Task<DemoRegion> RegionAsync() => region.Value;

    private async Task<DemoRegion> MakeAsync()
    {
        // Without a browser nothing is worth making.
        var browser = (await chromium.Value).Browser;
        var data = Environment.GetEnvironmentVariable("TERRITORY_DEMO_DATA") is { Length: > 0 } made ? TemporaryFolder.CopyOf(made) : new TemporaryFolder();
        await using var maker = await TerritoryProcess.StartAsync(data.Path, CancellationToken.None);
        await using var office = await Visitor.ArriveAsync(browser, maker.Address, VisitorLook.Desk);
        // The pages take seconds in which the simulated morning goes on; the same by the API stops it before anybody has left.
        var link = maker.SignIn!;
        var (status, answer) = await office.TellAsync("/api/invitations/accept", new
        {
            token = new Uri(link).Fragment.TrimStart('#'),
            name = Person.Administrator.Name,
            email = Person.Administrator.Email,
            password = Person.Administrator.Password,
        });
        status.ShouldBe(200, answer.ToString());
        var id = (await office.AskAsync("/api/regions"))[0].GetProperty("id").GetString()!;
        (status, answer) = await office.TellAsync($"/api/regions/{id}/clock", new { commandId = Guid.NewGuid(), running = false });
        status.ShouldBe(200, answer.ToString());
        var session = await office.StateAsync();
        await maker.KillAsync();
        return new DemoRegion(data, id, new Uri(link).PathAndQuery + new Uri(link).Fragment, session);
    }
}
