using Territory.Model.Problems;
using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Patterns;

public sealed class DayPatternSetTests
{
    [Fact]
    public void EvenlySpaced_TwiceInFiveDays_AreTheFiveTurnsOfOne() =>
        DayPatternSet.EvenlySpaced(5, 2, 0).Select(pattern => pattern.ToString()).ShouldBe(["10100", "10010", "01010", "01001", "00101"]);

    [Fact]
    public void EvenlySpaced_EveryFrequencyAndTolerance_AreThoseOfAllPatternsWhoseGapsFit()
    {
        for (var days = 1; days <= 10; days++)
        {
            for (var visits = 1; visits <= days; visits++)
            {
                for (var tolerance = 0; tolerance <= 3; tolerance++)
                {
                    var expected = Enumerable.Range(1, (1 << days) - 1).Select(number => DayPattern.FromCordeau((ulong)number, days))
                        .Where(pattern => pattern.Visits == visits && pattern.ShortestGapDays >= (days / visits) - tolerance && pattern.LongestGapDays <= Math.Ceiling((double)days / visits) + tolerance);

                    DayPatternSet.EvenlySpaced(days, visits, tolerance).ShouldBe(expected, ignoreOrder: true, $"{days} {visits} {tolerance}");
                }
            }
        }
    }

    [Fact]
    public void EvenlySpaced_FiguresOutOfRange_AreAllNamed()
    {
        Codes(() => DayPatternSet.EvenlySpaced(65, 2, -1)).ShouldBe(["pattern.period", "pattern.tolerance"]);
        Codes(() => DayPatternSet.EvenlySpaced(5, 6, 0)).ShouldBe(["pattern.visits"]);
        // Any 12 of 24 days are 2,704,156 patterns.
        Codes(() => DayPatternSet.EvenlySpaced(24, 12, 24)).ShouldBe(["pattern.count"]);
    }

    [Fact]
    public void OfCordeau_List_KeepsItsOrder() => DayPatternSet.OfCordeau(5, [10, 5, 18]).Select(pattern => pattern.ToString()).ShouldBe(["01010", "00101", "10010"]);

    [Fact]
    public void OfCordeau_NumbersThatAreNone_AreAllNamed() =>
        Should.Throw<InvalidInputException>(() => DayPatternSet.OfCordeau(5, [0, 3, 32, 3])).Problems.Select(problem => problem.Field).ShouldBe(["numbers[0]", "numbers[2]", "numbers[3]"]);

    private static string[] Codes(Action action) => [.. Should.Throw<InvalidInputException>(action).Problems.Select(problem => problem.Code)];
}
