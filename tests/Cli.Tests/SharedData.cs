namespace Territory.Cli.Tests;

/// <summary>Real extracts and instances that lie beside the repository and are not part of it.</summary>
internal static class SharedData
{
    /// <summary>A file's path; skips the test where the folder is absent.</summary>
    public static string Require(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
                continue;
            var path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", relative));
            if (File.Exists(path))
                return path;
            break;
        }

        Assert.Skip($"../shared/data/{relative} is absent.");
        return "";
    }
}
