namespace Territory.Architecture.Tests;

/// <summary>The project table of docs/architecture.md: project, what lives there, direct references.</summary>
internal static class ArchitectureTable
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read() =>
        File.ReadLines(Path.Combine(SolutionProject.Root, "docs", "architecture.md"))
            .Where(line => line.StartsWith("| `src/", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`')["src/".Length..], cells => References(cells[3]), StringComparer.Ordinal);

    // "Orleans API" is not a project: Directory.Build.targets resolves it from the OrleansApi property.
    private static IReadOnlyList<string> References(string cell) => cell == "none"
        ? []
        : [.. cell.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "Orleans API")];
}
