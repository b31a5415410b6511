namespace Territory.Optimizer.Tests.Samples;

/// <summary>The published instances beside the repository, where they are present.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder under shared/data/vrp; skips the test where it is absent.</summary>
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        var path = System.IO.Path.Combine(folder?.FullName ?? "", "..", "shared", "data", "vrp", relative);
        if (folder is null || !(File.Exists(path) || Directory.Exists(path)))
            Assert.Skip($"../shared/data/vrp/{relative} is not present.");
        return System.IO.Path.GetFullPath(path);
    }
}
