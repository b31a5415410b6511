using System.Text.RegularExpressions;
using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Roads.Guidance;
using Territory.Roads.Snapping;

namespace Territory.Roads.Tests.Guidance;

public sealed partial class TurnListTextTests
{
    private const string Road = "人民路";

    public static TheoryData<ManeuverKind, TurnDirection, RoadSide, int?> Everything()
    {
        var data = new TheoryData<ManeuverKind, TurnDirection, RoadSide, int?>();
        foreach (var kind in Enum.GetValues<ManeuverKind>())
        {
            foreach (var direction in Enum.GetValues<TurnDirection>())
            {
                foreach (var side in Enum.GetValues<RoadSide>())
                {
                    foreach (var exit in kind == ManeuverKind.Roundabout ? new int?[] { null, 1, 12 } : [null])
                        data.Add(kind, direction, side, exit);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Write_EveryManeuver_IsASentenceInBothLanguages(ManeuverKind kind, TurnDirection direction, RoadSide side, int? exit)
    {
        var named = Of(kind, direction, side, exit, Road);
        var unnamed = named with { RoadName = null };
        foreach (var text in new[] { TurnListText.Write(named, GuidanceLanguage.Chinese), TurnListText.Write(unnamed, GuidanceLanguage.Chinese) })
            ChineseSentence().IsMatch(text).ShouldBeTrue(text);
        foreach (var text in new[] { TurnListText.Write(named, GuidanceLanguage.English).Replace(Road, "People's Road", StringComparison.Ordinal), TurnListText.Write(unnamed, GuidanceLanguage.English) })
            EnglishSentence().IsMatch(text).ShouldBeTrue(text);
        foreach (var language in Enum.GetValues<GuidanceLanguage>())
        {
            TurnListText.Write(named, language).ShouldContain(Road);
            TurnListText.Write(unnamed, language).ShouldNotBe(TurnListText.Write(named, language));
            if (exit is { } number)
                TurnListText.Write(unnamed, language).ShouldContain(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Sentences that differ in what has to be done differ in words: 8 turns, 3 ramps, 3 arrivals, 8 compass points and two roundabouts beside the rest.</summary>
    [Theory]
    [InlineData(GuidanceLanguage.English)]
    [InlineData(GuidanceLanguage.Chinese)]
    public void Write_DifferentManeuvers_DifferInWords(GuidanceLanguage language)
    {
        var texts = Everything().Select(row => row.Data)
            .Select(row => TurnListText.Write(Of(row.Item1, row.Item2, row.Item3, row.Item4, null), language)).Distinct().Count();

        texts.ShouldBe(1 + 8 + 3 + 3 + 1 + 1 + 3);
        Enumerable.Range(0, 8).Select(point => TurnListText.Write(Of(ManeuverKind.Depart, default, default, null, null) with { BearingDegrees = 45 * point }, language))
            .Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void Write_SomeManeuvers_ReadAsPeopleSayThem()
    {
        var left = Of(ManeuverKind.Turn, TurnDirection.Left, RoadSide.On, null, "Triq il-Kbira");
        TurnListText.Write(left, GuidanceLanguage.English).ShouldBe("Turn left onto Triq il-Kbira");
        TurnListText.Write(left, GuidanceLanguage.Chinese).ShouldBe("左转进入Triq il-Kbira");
        TurnListText.Write(left with { RoadName = null }, GuidanceLanguage.English).ShouldBe("Turn left");
        TurnListText.Write(left with { RoadName = null }, GuidanceLanguage.Chinese).ShouldBe("左转");
        var depart = Of(ManeuverKind.Depart, TurnDirection.Straight, RoadSide.On, null, Road) with { BearingDegrees = 340 };
        TurnListText.Write(depart, GuidanceLanguage.English).ShouldBe("Head north on 人民路");
        TurnListText.Write(depart, GuidanceLanguage.Chinese).ShouldBe("沿人民路向北出发");
        var second = Of(ManeuverKind.Roundabout, TurnDirection.Straight, RoadSide.On, 2, Road);
        TurnListText.Write(second, GuidanceLanguage.English).ShouldBe("At the roundabout, take the 2nd exit onto 人民路");
        TurnListText.Write(second, GuidanceLanguage.Chinese).ShouldBe("进入环岛，从第2个出口驶出，进入人民路");
        new[] { 1, 3, 4, 11, 12, 13, 21 }.Select(exit => TurnListText.Write(second with { RoundaboutExit = exit, RoadName = null }, GuidanceLanguage.English).Split(' ')[^2])
            .ShouldBe(["1st", "3rd", "4th", "11th", "12th", "13th", "21st"]);
    }

    private static Maneuver Of(ManeuverKind kind, TurnDirection direction, RoadSide side, int? exit, string? road) =>
        new(kind, direction, side, exit, road, new GeoPoint(0, 0), 0, 0, Distance.Zero, Duration.Zero);

    [GeneratedRegex("^[\u4e00-\u9fff0-9，（）]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ChineseSentence();

    [GeneratedRegex("^[A-Z][A-Za-z0-9',-]*( [A-Za-z0-9',-]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EnglishSentence();
}
