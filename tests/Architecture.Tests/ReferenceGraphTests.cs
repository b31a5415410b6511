namespace Territory.Architecture.Tests;

/// <summary>The direct references between projects, exactly as docs/architecture.md states them.</summary>
public sealed class ReferenceGraphTests
{
    // Expected values: the table in docs/architecture.md, read from the document itself.
    private static readonly IReadOnlyDictionary<string, SolutionProject> Projects = SolutionProject.ReadAll();

    public static TheoryData<string> Documented => [.. ArchitectureTable.Read().Keys];

    [Theory]
    [MemberData(nameof(Documented))]
    public void Project_References_AreExactlyThoseDocumented(string project)
    {
        var expected = ArchitectureTable.Read()[project];
        Projects.Keys.ShouldContain(project);
        Projects[project].References.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void EverySourceProject_IsInTheTable() =>
        Projects.Values.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal)).Select(project => project.Name)
            .ShouldBe(ArchitectureTable.Read().Keys, ignoreOrder: true);

    [Fact]
    public void EverySourceProject_HasATestProjectAndAReadme()
    {
        foreach (var project in Projects.Values.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal)))
        {
            File.Exists(Path.Combine(SolutionProject.Root, project.Folder, "README.md")).ShouldBeTrue($"{project.Folder} has no README.md");
            if (project.Name != "EmbeddedOrleans.TestingHost")
                Projects.Keys.ShouldContain(project.Name + ".Tests");
        }
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Roads")]
    [InlineData("Optimizer")]
    [InlineData("Simulation")]
    public void PureLibrary_UsesNoGrainsDatabaseOrNetwork(string project)
    {
        string[] forbidden = ["Orleans", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "System.Net.Http", "System.Net.Sockets"];
        var offences = Projects[project].SourceFiles()
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(pair => pair.line.StartsWith("using ", StringComparison.Ordinal) && forbidden.Any(name => pair.line.Contains(name, StringComparison.Ordinal)))
            .Select(pair => $"{Path.GetRelativePath(SolutionProject.Root, pair.file)}: {pair.line}");
        offences.ShouldBeEmpty();
        Projects[project].Frameworks.ShouldBeEmpty();
        Projects[project].OrleansApi.ShouldBeNull();
    }

    [Fact]
    public void OnlyTheNamedPlaces_KnowWhichGrainRuntimeIsInUse()
    {
        string[] allowed = ["src/EmbeddedOrleans/", "src/EmbeddedOrleans.TestingHost/", "src/Silo/Cluster/", "src/Cli/Cluster/"];
        var offences = Projects.Values.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(project => project.SourceFiles())
            .Select(file => (Path: Path.GetRelativePath(SolutionProject.Root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !allowed.Any(prefix => file.Path.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(file => file.Text.Contains("#if ORLEANS", StringComparison.Ordinal) || file.Text.Contains("Orleans.Embedded", StringComparison.Ordinal))
            .Select(file => file.Path);
        offences.ShouldBeEmpty();
    }
}
