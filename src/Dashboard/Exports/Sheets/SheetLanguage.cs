namespace Territory.Dashboard.Exports.Sheets;

/// <summary>What a printed sheet is written in.</summary>
public enum SheetLanguage
{
    /// <summary>Chinese, with English small beside it.</summary>
    Both,
    Zh,
    En,
}
