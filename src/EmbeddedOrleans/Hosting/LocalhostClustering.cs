namespace Orleans.Hosting;

internal static class LocalhostClustering
{
    internal const string Id = "dev";
}
