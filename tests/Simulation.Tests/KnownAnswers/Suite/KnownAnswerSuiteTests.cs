using Territory.Simulation.KnownAnswers.Suite;

namespace Territory.Simulation.Tests.KnownAnswers.Suite;

public sealed class KnownAnswerSuiteTests
{
    public static TheoryData<string> Rows => [.. KnownAnswerSuite.Tests.Select(test => test.Row)];

    /// <summary>Under the default seed and another one: what is known does not depend on luck.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_TwoSeeds_IsAsKnown(string row)
    {
        var test = KnownAnswerSuite.Tests.Single(test => test.Row == row);
        foreach (var seed in new long[] { 1, 2026 })
        {
            var answers = await test.Run(seed, TestContext.Current.CancellationToken);
            answers.ShouldNotBeEmpty();
            answers.ShouldAllBe(answer => answer.Row == row && answer.Source.Length > 0);
            answers.Where(answer => !answer.Holds).ShouldBeEmpty();
        }
    }

    /// <summary>The rows of the project's list, without the two that belong to territory design and visit planning.</summary>
    [Fact]
    public void Suite_HasEveryRowOfTheList() => KnownAnswerSuite.Tests.Select(test => test.Row).ShouldBe(
        ["V1", "V2", "V4", "V7", "V8", "V10", "V11", "V14", "V15", "V16", "V17", "V18", "V19", "V22", "V23", "V24", "V25"]);

    [Theory]
    [InlineData(1.0, 1.0, 0.0, null, true)]
    [InlineData(1.0, 1.1, 0.05, null, false)]
    [InlineData(1.0, 1.04, 0.05, 0.01, false)]
    [InlineData(1.0, 1.04, 0.05, 0.045, true)]
    [InlineData(1.0, double.NaN, 1e9, null, false)]
    [InlineData(1.0, double.PositiveInfinity, 1e9, null, false)]
    public void Answer_Holds_OnlyWithinToleranceAndInterval(double expected, double got, double tolerance, double? halfWidth, bool holds) =>
        new KnownAnswer("V0", "a figure", expected, got, tolerance, "by hand") { HalfWidth = halfWidth }.Holds.ShouldBe(holds);

    [Fact]
    public async Task Run_SameSeedTwice_GivesTheSameFigures()
    {
        var simulated = KnownAnswerSuite.Tests.Where(test => test.Row is "V2" or "V16").ToList();
        var first = await KnownAnswerSuite.RunAsync(simulated, 5, null, TestContext.Current.CancellationToken);
        var second = await KnownAnswerSuite.RunAsync(simulated, 5, null, TestContext.Current.CancellationToken);
        second.ShouldBe(first);
        (await KnownAnswerSuite.RunAsync(simulated, 6, null, TestContext.Current.CancellationToken)).ShouldNotBe(first);
    }
}
