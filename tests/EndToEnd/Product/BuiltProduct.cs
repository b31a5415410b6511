namespace Territory.EndToEnd.Product;

/// <summary>Where the product and the data of the tests are, seen from the tests' own folder.</summary>
internal static class BuiltProduct
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The <c>territory</c> command, built in the same configuration as the tests.</summary>
    public static string Command
    {
        get
        {
            // tests/EndToEnd/bin/Debug/net10.0 and src/Cli/bin/Debug/net10.0 differ in the project only.
            var below = Path.GetRelativePath(Path.Combine(Root, "tests", "EndToEnd"), AppContext.BaseDirectory);
            var path = Path.Combine(Root, "src", "Cli", below, "territory.dll");
            return File.Exists(path) ? path : throw new FileNotFoundException("The territory command is not built; run 'dotnet build' first.", path);
        }
    }

    /// <summary>A file beside the repository, or null where this machine does not have it.</summary>
    public static string? Shared(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        return File.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Territory.sln.");
    }
}
