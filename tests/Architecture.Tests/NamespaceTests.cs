using System.Text.RegularExpressions;

namespace Territory.Architecture.Tests;

/// <summary>A namespace is its folder, except in the embedded runtime, whose namespaces are Orleans's.</summary>
public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespace_IsTheFolder()
    {
        var offences = new List<string>();
        foreach (var project in SolutionProject.ReadAll().Values.Where(project =>
            project.Folder.StartsWith("src/", StringComparison.Ordinal) && !project.Name.StartsWith("EmbeddedOrleans", StringComparison.Ordinal)))
        {
            foreach (var file in project.SourceFiles())
            {
                var declared = Declaration().Match(File.ReadAllText(file)).Groups["name"].Value;
                var folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(SolutionProject.Root, project.Folder), file))!;
                var expected = folder.Length == 0 ? $"Territory.{project.Name}" : $"Territory.{project.Name}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
                if (declared.Length > 0 && declared != expected)
                    offences.Add($"{Path.GetRelativePath(SolutionProject.Root, file)}: {declared}, expected {expected}");
            }
        }

        offences.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
