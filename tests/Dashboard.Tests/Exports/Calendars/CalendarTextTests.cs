using System.Text;
using Territory.Dashboard.Exports.Calendars;

namespace Territory.Dashboard.Tests.Exports.Calendars;

/// <summary>Expected values: RFC 5545, 3.1 and 3.3.11.</summary>
public sealed class CalendarTextTests
{
    [Theory]
    [InlineData("ascii", "abcdefghij")]
    [InlineData("three octets a letter", "怀远县城关镇")]
    [InlineData("four octets a letter", "𠮷野家🚚")]
    public void Lines_OfAnyLength_AreFoldedAt75OctetsBetweenCharacters(string what, string piece)
    {
        var value = string.Concat(Enumerable.Repeat(piece, 60));

        var text = new CalendarText().Text("SUMMARY", value).ToString();

        text.ShouldEndWith("\r\n");
        var lines = text[..^2].Split("\r\n");
        lines.Length.ShouldBeGreaterThan(5, what);
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        lines.Skip(1).ShouldAllBe(line => line[0] == ' ');
        // A pair of surrogates that was torn would come back as a replacement character.
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe($"SUMMARY:{value}\r\n");
        // No line but the last could have taken the next character as well.
        lines.SkipLast(1).ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) > 75 - 4);
    }

    [Theory]
    [InlineData("a;b,c\\d", "a\\;b\\,c\\\\d")]
    [InlineData("one\ntwo\r\nthree", "one\\ntwo\\nthree")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("a:b\"c", "a:b\"c")]
    public void Text_InAValue_IsEscaped(string value, string expected) =>
        new CalendarText().Text("X", value).ToString().ShouldBe($"X:{expected}\r\n");

    [Fact]
    public void Time_OfAnyOffset_IsWrittenInUtc() =>
        new CalendarText().Time("DTSTART", new DateTimeOffset(2030, 3, 12, 7, 30, 0, TimeSpan.FromHours(8))).ToString().ShouldBe("DTSTART:20300311T233000Z\r\n");
}
