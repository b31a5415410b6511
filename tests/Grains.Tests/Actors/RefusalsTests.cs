using System.Text.RegularExpressions;
using Territory.Grains.Roads;

namespace Territory.Grains.Tests.Actors;

public sealed partial class RefusalsTests
{
    [Fact]
    public void Codes_InTheSources_AreThoseInTheDocument()
    {
        var root = Root();
        // Edits are refused by the optimiser, and its words reach the sender through the plan's actor; what a driver reports may be refused before it reaches one.
        // What is wrong with a request by itself is said before any actor hears of it.
        string[] folders =
        [
            .. new[] { "Grains", "Optimizer/Dispatch", "Optimizer/Inventory", "Simulation/Lab/Scenarios/Fitting", "Simulation/Lab/Scenarios/Travel" }.Select(folder => Path.Combine(root, "src", folder)),
        ];
        string[] reports =
        [
            "Field/DropReports.cs", "Field/TripReports.cs", "Field/TripRequests.cs", "DispatchOrders/DispatchOrderEndpoints.cs", "DispatchOrders/DispatchOrderRequests.cs",
            "Plans/DispatchRequests.cs", "Plans/DeliveryFileEndpoints.cs", "Lab/CalibrationMessages.cs", "Lab/CensusEndpoints.cs",
        ];
        // Fields of requests look like codes; these are the parts of requests that have fields.
        string[] parts = ["actuals.", "options.", "supplier."];
        var sources = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Concat(reports.Select(file => Path.Combine(root, "src", "Dashboard", file)))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin", StringComparison.Ordinal));
        var used = sources.SelectMany(path => CodeInSource().Matches(File.ReadAllText(path))).Select(match => match.Value.Trim('"', '`'))
            .Where(code => code != RegionRoads.FileName && !parts.Any(part => code.StartsWith(part, StringComparison.Ordinal))).Distinct().Order();
        var listed = CodeInDocument().Matches(File.ReadAllText(Path.Combine(root, "docs", "refusals.md"))).Select(match => match.Value.Trim('"', '`')).Distinct().Order();

        used.ShouldBe(listed);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }

    [GeneratedRegex("\"[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeInSource();

    [GeneratedRegex("`[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeInDocument();
}
