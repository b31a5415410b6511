namespace Territory.EndToEnd.Product;

/// <summary>The demo region as it was made: the clock stands still on its first morning, and the administrator has joined.</summary>
/// <param name="Data">The data directory, which nothing serves any more; it is copied to be served.</param>
/// <param name="Id">The region's.</param>
/// <param name="UsedLink">Where the first administrator's link leads, without its host; the administrator has used it.</param>
/// <param name="Session">The administrator's cookies, which hold at every copy: the keys behind them are in the data.</param>
internal sealed record DemoRegion(TemporaryFolder Data, string Id, string UsedLink, string Session)
{
    public TemporaryFolder Copy() => TemporaryFolder.CopyOf(Data.Path);
}
