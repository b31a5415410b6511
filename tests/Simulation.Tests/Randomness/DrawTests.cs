using Territory.Model.Calendar;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Randomness;

public sealed class DrawTests
{
    private static readonly SimDay Day = SimDay.Of(new DateOnly(2025, 3, 3));
    private static readonly EntityKey Entity = EntityKey.Of("T1");

    [Fact]
    public void NextBits_SameDraw_GivesTheSameNumbersWhateverWasDrawnBetween()
    {
        var first = Draw.At(7, DrawPurpose.Demand, Entity, Day, 3);
        var expected = Enumerable.Range(0, 20).Select(_ => first.NextBits()).ToArray();
        var other = Draw.At(7, DrawPurpose.Demand, Entity, Day, 4);
        var again = Draw.At(7, DrawPurpose.Demand, Entity, Day, 3);
        foreach (var value in expected)
        {
            other.NextBits();
            again.NextBits().ShouldBe(value);
        }
    }

    [Fact]
    public void NextBits_AnyPartOfTheDrawDiffers_GivesOtherNumbers()
    {
        Draw[] draws =
        [
            Draw.At(7, DrawPurpose.Demand, Entity, Day), Draw.At(8, DrawPurpose.Demand, Entity, Day),
            Draw.At(7L << 32, DrawPurpose.Demand, Entity, Day), Draw.At(7, DrawPurpose.RepTravel, Entity, Day),
            Draw.At(7, DrawPurpose.Demand, EntityKey.Of("T2"), Day), Draw.At(7, DrawPurpose.Demand, Entity, Day + 1),
            Draw.At(7, DrawPurpose.Demand, Entity, Day, 1), Draw.At(7, DrawPurpose.Demand, Entity, Day, Draw.LargestIndex),
        ];
        draws.Select(draw => draw.NextBits()).Distinct().Count().ShouldBe(draws.Length);
    }

    [Fact]
    public void At_IndexOutOfRange_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Draw.At(1, DrawPurpose.Demand, Entity, Day, Draw.LargestIndex + 1));

    [Fact]
    public void NextBits_PastTheEndOfADraw_ThrowsInsteadOfRepeating()
    {
        var draw = Draw.At(7, DrawPurpose.Demand, Entity, Day);
        for (var number = 0; number < 8192; number++)
            draw.NextBits();
        Should.Throw<InvalidOperationException>(() => draw.NextBits());
    }

    /// <summary>Uniform on (0, 1): mean 1/2, variance 1/12; bounds of five standard errors.</summary>
    [Fact]
    public void NextUniform_ManyDraws_HasTheMomentsOfTheUniformLaw()
    {
        const int n = 200_000;
        var values = Enumerable.Range(0, n).Select(index => Draw.At(11, DrawPurpose.Demand, Entity, Day, index).NextUniform()).ToArray();
        values.ShouldAllBe(value => value > 0 && value < 1);
        values.Average().ShouldBe(0.5, 5 * Math.Sqrt(1.0 / 12 / n));
        values.Average(value => (value - 0.5) * (value - 0.5)).ShouldBe(1.0 / 12, 5 * Math.Sqrt(1.0 / 180 / n));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(97)]
    public void NextInteger_ManyDraws_PassesChiSquare(int bound)
    {
        const int n = 100_000;
        var counts = new long[bound];
        for (var index = 0; index < n; index++)
            counts[Draw.At(5, DrawPurpose.Demand, Entity, Day, index).NextInteger(bound)]++;
        ChiSquare.ShouldFit(counts, [.. Enumerable.Repeat((double)n / bound, bound)]);
    }

    /// <summary>Triangular on [a, c] with mode b: mean (a + b + c) / 3, variance (a² + b² + c² - ab - ac - bc) / 18.</summary>
    [Fact]
    public void Triangular_ManyDraws_StaysWithinBoundsWithItsMoments()
    {
        const int n = 100_000;
        var values = Enumerable.Range(0, n).Select(index =>
        {
            var draw = Draw.At(3, DrawPurpose.RepTravel, Entity, Day, index);
            return Triangular.Sample(ref draw, 0.85, 0.97, 1.4);
        }).ToArray();
        var variance = ((0.85 * 0.85) + (0.97 * 0.97) + (1.4 * 1.4) - (0.85 * 0.97) - (0.85 * 1.4) - (0.97 * 1.4)) / 18;
        values.Min().ShouldBeGreaterThanOrEqualTo(0.85);
        values.Max().ShouldBeLessThanOrEqualTo(1.4);
        values.Average().ShouldBe((0.85 + 0.97 + 1.4) / 3, 5 * Math.Sqrt(variance / n));
    }

    [Fact]
    public void Normal_ManyDraws_HasMeanZeroVarianceOneAndKurtosisThree()
    {
        const int n = 100_000;
        var values = Enumerable.Range(0, n).Select(index =>
        {
            var draw = Draw.At(3, DrawPurpose.TerminalTaste, Entity, Day, index);
            return Normal.Sample(ref draw);
        }).ToArray();
        values.Average().ShouldBe(0, 5 / Math.Sqrt(n));
        values.Average(value => value * value).ShouldBe(1, 5 * Math.Sqrt(2.0 / n));
        values.Average(value => value * value * value * value).ShouldBe(3, 5 * Math.Sqrt(96.0 / n));
    }
}
