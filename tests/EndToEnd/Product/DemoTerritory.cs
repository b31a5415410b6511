using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Product;

/// <summary>A copy of the demo region, served by one process; the clock stands still until a test runs it.</summary>
public sealed class DemoTerritory(DemoSource source) : IAsyncLifetime
{
    private Chromium chromium = null!;
    private DemoRegion made = null!;
    private TemporaryFolder served = null!;

    /// <summary>The process that tests share; a test that ends or upsets it takes one of its own.</summary>
    internal TerritoryProcess Process { get; private set; } = null!;

    internal string DataFolder => served.Path;

    internal string Region => made.Id;

    /// <summary>The first administrator's link, which the administrator has used.</summary>
    internal string UsedLink => made.UsedLink;

    public async ValueTask InitializeAsync()
    {
        chromium = await source.ChromiumAsync();
        made = await source.RegionAsync();
        served = made.Copy();
        Process = await TerritoryProcess.StartAsync(served.Path, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        served?.Dispose();
    }

    /// <summary>Someone whom the server does not know.</summary>
    internal Task<Visitor> ArriveAsync(VisitorLook look, TerritoryProcess? process = null) => ArriveAtAsync((process ?? Process).Address, look);

    /// <summary>Someone whom the server does not know, and who reaches it at an address of their own.</summary>
    internal Task<Visitor> ArriveAtAsync(string address, VisitorLook look) => Visitor.ArriveAsync(chromium.Browser, address, look);

    /// <summary>The administrator at another screen.</summary>
    internal Task<Visitor> AdministratorAsync(VisitorLook? look = null, TerritoryProcess? process = null) =>
        Visitor.ArriveAsync(chromium.Browser, (process ?? Process).Address, look ?? VisitorLook.Desk, made.Session);

    /// <summary>The demo region as it was made, for a process of one's own.</summary>
    internal TemporaryFolder CopyData() => made.Copy();
}
