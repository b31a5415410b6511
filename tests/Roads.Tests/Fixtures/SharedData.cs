namespace Territory.Roads.Tests.Fixtures;

/// <summary>Real extracts beside the checkout; tests that need them skip where they are absent.</summary>
internal static class SharedData
{
    public static string Roads(string file)
    {
        var path = Path.Combine(Folder(), file);
        Assert.SkipUnless(File.Exists(path), $"The real extract ../shared/data/roads/{file} is not there; this test needs it.");
        return path;
    }

    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        var shared = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data", "roads") : "";
        Assert.SkipUnless(Directory.Exists(shared), "The folder ../shared/data/roads beside the checkout is not there; this test needs it.");
        return shared;
    }
}
