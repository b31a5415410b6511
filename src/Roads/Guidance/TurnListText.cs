namespace Territory.Roads.Guidance;

/// <summary>Says a maneuver in words.</summary>
public static class TurnListText
{
    /// <summary>One sentence without a full stop and without the distance.</summary>
    public static string Write(Maneuver maneuver, GuidanceLanguage language)
    {
        ArgumentNullException.ThrowIfNull(maneuver);
        return PhraseTable.For(language).Write(maneuver);
    }
}
