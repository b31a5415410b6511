using Territory.Roads.Snapping;

namespace Territory.Roads.Guidance;

/// <summary>The sentences of one language. {road}, {compass} and {exit} stand for what the maneuver fills in.</summary>
internal sealed class PhraseTable
{
    private const int CompassPoints = 8;
    private const int DegreesToAPoint = 360 / CompassPoints;

    public required Phrase Depart { get; init; }

    public required IReadOnlyDictionary<TurnDirection, Phrase> Turn { get; init; }

    public required Phrase Roundabout { get; init; }

    /// <summary>For a leg that ends in the roundabout.</summary>
    public required Phrase RoundaboutOnly { get; init; }

    public required Phrase RampLeft { get; init; }

    public required Phrase RampAhead { get; init; }

    public required Phrase RampRight { get; init; }

    public required Phrase Merge { get; init; }

    public required Phrase Ferry { get; init; }

    public required IReadOnlyDictionary<RoadSide, Phrase> Arrive { get; init; }

    /// <summary>North first, then clockwise.</summary>
    public required IReadOnlyList<string> Compass { get; init; }

    /// <summary>How the n-th exit is counted.</summary>
    public required Func<int, string> Exit { get; init; }

    public static PhraseTable For(GuidanceLanguage language) => language switch
    {
        GuidanceLanguage.English => EnglishPhrases.Table,
        GuidanceLanguage.Chinese => ChinesePhrases.Table,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Unknown language."),
    };

    public string Write(Maneuver maneuver)
    {
        var phrase = PhraseFor(maneuver);
        var template = maneuver.RoadName is null ? phrase.Unnamed : phrase.Named;
        return template
            .Replace("{compass}", CompassPoint(maneuver.BearingDegrees), StringComparison.Ordinal)
            .Replace("{exit}", maneuver.RoundaboutExit is { } exit ? Exit(exit) : "", StringComparison.Ordinal)
            .Replace("{road}", maneuver.RoadName, StringComparison.Ordinal);
    }

    private Phrase PhraseFor(Maneuver maneuver) => maneuver.Kind switch
    {
        ManeuverKind.Depart => Depart,
        ManeuverKind.Turn => Turn[maneuver.Direction],
        ManeuverKind.Roundabout => maneuver.RoundaboutExit is null ? RoundaboutOnly : Roundabout,
        ManeuverKind.Ramp => maneuver.Direction switch
        {
            TurnDirection.Straight or TurnDirection.UTurn => RampAhead,
            TurnDirection.SlightLeft or TurnDirection.Left or TurnDirection.SharpLeft => RampLeft,
            _ => RampRight,
        },
        ManeuverKind.Merge => Merge,
        ManeuverKind.Ferry => Ferry,
        ManeuverKind.Arrive => Arrive[maneuver.Side],
        _ => throw new ArgumentOutOfRangeException(nameof(maneuver), maneuver.Kind, "Unknown kind of maneuver."),
    };

    private string CompassPoint(int bearingDegrees) =>
        Compass[(bearingDegrees + (DegreesToAPoint / 2)) / DegreesToAPoint % CompassPoints];
}
