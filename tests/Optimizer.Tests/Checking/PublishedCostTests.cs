using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Checking;

/// <summary>The published best-known solutions must be feasible and cost exactly what their files say.</summary>
public sealed class PublishedCostTests
{
    [Theory]
    [InlineData("x", "*.vrp", RoundingRule.Auto)]
    [InlineData("belgium", "*.vrp", RoundingRule.Auto)]
    [InlineData("gh-1000", "*.vrp", RoundingRule.Auto)]
    [InlineData("solomon", "*.txt", RoundingRule.Dimacs)]
    public void Check_PublishedSolutions_GiveThePublishedCost(string folder, string pattern, RoundingRule rounding)
    {
        var files = Directory.GetFiles(SharedData.Path(folder), pattern);
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var solution = RouteListFile.Read(Path.ChangeExtension(file, ".sol"));

            var verdict = SolutionChecker.Check(InstanceReader.Read(file, rounding: rounding), solution);

            verdict.Violations.ShouldBeEmpty(file);
            verdict.Cost.ShouldBe(solution.StatedCost!.Value, file);
        }
    }

    [Fact]
    public void Check_EuroNeuripsGzip_GivesTheDrivingTimeItsFileStates()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("euro-neurips"), "*.txt.gz"))
        {
            var solution = RouteListFile.Read(file[..^".txt.gz".Length] + ".sol");

            // The competition does not limit the vehicles that its files mention.
            var instance = InstanceReader.Read(file);
            var verdict = SolutionChecker.Check(instance with { Fleets = [instance.Fleets[0] with { Vehicles = null }] }, solution);

            verdict.Violations.ShouldBeEmpty(file);
            verdict.Cost.ShouldBe(solution.StatedCost!.Value, file);
        }
    }
}
