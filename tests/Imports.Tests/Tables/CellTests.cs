using Territory.Imports.Tables;

namespace Territory.Imports.Tests.Tables;

public sealed class CellTests
{
    [Theory]
    [InlineData("3件", 3)]
    [InlineData("1.2万", 12_000)]
    [InlineData("1,250", 1_250)]
    [InlineData("-4.5", -4.5)]
    [InlineData("12 箱", 12)]
    public void Number_AsPeopleTypeIt_IsRead(string cell, double expected)
    {
        Cell.TryNumber(cell, out var value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("件")]
    [InlineData("#REF!")]
    [InlineData("1/2/3")]
    public void NoNumber_IsNotRead(string cell) => Cell.TryNumber(cell, out _).ShouldBeFalse();

    [Fact]
    public void FullWidthAndSpaces_AreFolded() => Cell.Clean("　ＡＢ１２　 号\t").ShouldBe("AB12 号");
}
