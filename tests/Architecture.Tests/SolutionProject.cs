using System.Xml.Linq;

namespace Territory.Architecture.Tests;

/// <summary>A project of the solution as its project file states it.</summary>
internal sealed record SolutionProject(
    string Name,
    string Folder,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Frameworks,
    string? OrleansApi)
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyDictionary<string, SolutionProject> ReadAll() =>
        new[] { "src", "tests", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(Read)
            .ToDictionary(project => project.Name, StringComparer.Ordinal);

    public IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Path.Combine(Root, Folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" || IsOutput(part)));

    private static bool IsOutput(string part) => part is "bin" or "obj" || part.StartsWith("bin-", StringComparison.Ordinal) || part.StartsWith("obj-", StringComparison.Ordinal);

    private static SolutionProject Read(string path)
    {
        var xml = XDocument.Load(path);
        return new SolutionProject(
            Path.GetFileNameWithoutExtension(path),
            Path.GetRelativePath(Root, Path.GetDirectoryName(path)!).Replace('\\', '/'),
            [.. xml.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))],
            [.. xml.Descendants("FrameworkReference").Select(reference => (string)reference.Attribute("Include")!)],
            (string?)xml.Descendants("OrleansApi").FirstOrDefault());
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Territory.sln was not found above the test's folder.");
    }
}
