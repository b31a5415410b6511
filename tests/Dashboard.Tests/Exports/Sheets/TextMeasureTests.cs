using Territory.Dashboard.Exports.Sheets;

namespace Territory.Dashboard.Tests.Exports.Sheets;

/// <summary>Expected lines are counted by hand: a Chinese character is one em wide, a column of ten ems holds ten of them.</summary>
public sealed class TextMeasureTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("一二三四五六七八九十", 1)]
    [InlineData("一二三四五六七八九十一", 2)]
    [InlineData("一\n二\n三", 3)]
    // A Latin word that does not fit beside eight characters goes to the next line whole.
    [InlineData("一二三四五六七八 abcdef", 2)]
    [InlineData("一二三四 abcdef", 1)]
    // Forty letters are wider than twenty ems and narrower than thirty: broken anywhere, they take three lines.
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3)]
    public void Lines_OfAText_AreThoseThatAColumnOfTenEmsNeeds(string text, int lines) => TextMeasure.Lines(text, 10).ShouldBe(lines);
}
