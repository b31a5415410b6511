using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;

namespace Territory.EndToEnd.Product;

/// <summary>The demo region, made once for all tests, served by one process, with an administrator who has joined.</summary>
/// <remarks>TERRITORY_DEMO_DATA may name a data directory that was made before and that nobody has signed in to; it is copied and saves the making.</remarks>
public sealed class DemoTerritory : IAsyncLifetime
{
    private Chromium chromium = null!;
    private TemporaryFolder untouched = null!;
    private TemporaryFolder served = null!;
    private string administrator = null!;

    /// <summary>The process that tests share; a test that ends or upsets it takes one of its own.</summary>
    internal TerritoryProcess Process { get; private set; } = null!;

    internal string DataFolder => served.Path;

    internal string Region { get; private set; } = null!;

    /// <summary>The first administrator's link, which the administrator has used.</summary>
    internal string UsedLink { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Without a browser nothing is worth making.
        chromium = await Chromium.LaunchAsync();
        if (Environment.GetEnvironmentVariable("TERRITORY_DEMO_DATA") is { Length: > 0 } made)
        {
            untouched = TemporaryFolder.CopyOf(made);
        }
        else
        {
            untouched = new TemporaryFolder();
            await using var maker = await TerritoryProcess.StartAsync(untouched.Path, CancellationToken.None);
        }

        served = TemporaryFolder.CopyOf(untouched.Path);
        Process = await TerritoryProcess.StartAsync(served.Path, CancellationToken.None);
        UsedLink = Process.SignIn!;
        await using var visitor = await ArriveAsync(VisitorLook.Desk);
        await Joining.AcceptAsync(visitor, UsedLink, Person.Administrator);
        administrator = await visitor.StateAsync();
        Region = (await visitor.AskAsync("/api/regions"))[0].GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        if (chromium is not null)
            await chromium.DisposeAsync();
        served?.Dispose();
        untouched?.Dispose();
    }

    /// <summary>Someone whom the server does not know.</summary>
    internal Task<Visitor> ArriveAsync(VisitorLook look, TerritoryProcess? process = null) =>
        Visitor.ArriveAsync(chromium.Browser, (process ?? Process).Address, look);

    /// <summary>The administrator at another screen.</summary>
    internal Task<Visitor> AdministratorAsync(VisitorLook? look = null) =>
        Visitor.ArriveAsync(chromium.Browser, Process.Address, look ?? VisitorLook.Desk, administrator);

    /// <summary>The demo region as it was made, for a process of one's own.</summary>
    internal TemporaryFolder CopyData() => TemporaryFolder.CopyOf(untouched.Path);
}
