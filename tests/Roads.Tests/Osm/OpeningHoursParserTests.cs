using Territory.Model.Calendar;
using Territory.Roads.Osm;

namespace Territory.Roads.Tests.Osm;

/// <summary>Expected weeks are written out by hand from the opening_hours specification of the OpenStreetMap wiki.</summary>
public sealed class OpeningHoursParserTests
{
    [Theory]
    [InlineData("Mo-Fr 08:00-18:00; Sa 09:00-13:00", "Mo 08:00-18:00|Tu 08:00-18:00|We 08:00-18:00|Th 08:00-18:00|Fr 08:00-18:00|Sa 09:00-13:00")]
    [InlineData("24/7", "Mo 00:00-24:00|Tu 00:00-24:00|We 00:00-24:00|Th 00:00-24:00|Fr 00:00-24:00|Sa 00:00-24:00|Su 00:00-24:00")]
    [InlineData("Mo,We 08:00-12:00,14:00-18:00", "Mo 08:00-12:00|Mo 14:00-18:00|We 08:00-12:00|We 14:00-18:00")]
    [InlineData("Sa-Mo 9:00-10:00", "Mo 09:00-10:00|Sa 09:00-10:00|Su 09:00-10:00")]
    [InlineData("Mo-We 08:00-12:00; Tu off", "Mo 08:00-12:00|We 08:00-12:00")]
    [InlineData("Mo 18:00-02:00", "Mo 18:00-26:00")]
    [InlineData("Mo-Tu 07:30-19:00, Sa 06:30-23:00", "Mo 07:30-19:00|Tu 07:30-19:00|Sa 06:30-23:00")]
    [InlineData("Mo 08:00-10:00, Mo 12:00-13:00", "Mo 08:00-10:00|Mo 12:00-13:00")]
    [InlineData("Mo 08:00-10:00; Mo 12:00-13:00", "Mo 12:00-13:00")]
    [InlineData("Sa 09:00-20:00; Su,PH 09:00-13:00; PH off", "Sa 09:00-20:00|Su 09:00-13:00")]
    [InlineData("su 6:30 - 7:30;", "Su 06:30-07:30")]
    public void TryParse_CommonForms_GivesTheWeek(string text, string expected)
    {
        OpeningHoursParser.TryParse(text, out var hours).ShouldBeTrue();

        Week(hours).ShouldBe(expected);
    }

    [Theory]
    [InlineData("noon to late")]
    [InlineData("Mo-Su 12:00+")]
    [InlineData("Jan-Mar 08:00-18:00")]
    [InlineData("sunrise-sunset")]
    [InlineData("Mo-Fr")]
    [InlineData("Mo- 08:00-18:00")]
    [InlineData("Mo 08:00-18:60")]
    [InlineData("Mo 99:00-18:00")]
    [InlineData("Mo off")]
    [InlineData("")]
    [InlineData(";;;")]
    [InlineData("Mo 08:00-18:00 \"by appointment\"")]
    public void TryParse_AnythingElse_IsUnknown(string text)
    {
        OpeningHoursParser.TryParse(text, out var hours).ShouldBeFalse();

        hours.IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void TryParse_RandomPieces_NeverThrows()
    {
        string[] pieces = ["Mo", "Fr", "-", ",", ";", " ", "08:00", "24:00", "24/7", "off", "PH", "+", "\"", "1", ":", "–", "周一"];
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (OpeningHoursParser.TryParse(text, out var hours))
                hours.Periods.ShouldAllBe(period => period.Days != Weekdays.None && period.Hours.End > period.Hours.Start);
        }
    }

    private static string Week(OpeningHours hours) => string.Join('|', Enumerable.Range(1, 7).SelectMany(day =>
        hours.On((DayOfWeek)(day % 7)).Select(window => $"{((DayOfWeek)(day % 7)).ToString()[..2]} {window}")));
}
