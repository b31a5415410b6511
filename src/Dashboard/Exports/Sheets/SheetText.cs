using System.Net;
using Territory.Model;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Words as HTML in the language of a sheet.</summary>
internal sealed class SheetText(SheetLanguage language)
{
    public string Tag => language == SheetLanguage.En ? "en" : "zh-CN";

    /// <summary>A label; in both languages the English is small.</summary>
    public string Html(LocalizedText words) => IsStacked(words)
        ? $"{Escaped(words.Zh)} <small lang=\"en\">{Escaped(words.En)}</small>"
        : Escaped(Plain(words));

    /// <summary>Whether a label takes both languages.</summary>
    public bool IsStacked(LocalizedText words) => language == SheetLanguage.Both && !string.Equals(words.Zh, words.En, StringComparison.Ordinal);

    /// <summary>A label with the English below the Chinese.</summary>
    public string Stacked(LocalizedText words) => IsStacked(words)
        ? $"{Escaped(words.Zh)}<br><small lang=\"en\">{Escaped(words.En)}</small>"
        : Escaped(Plain(words));

    public string Plain(LocalizedText words) => language switch
    {
        SheetLanguage.Zh => words.Zh,
        SheetLanguage.En => words.En,
        _ => string.Equals(words.Zh, words.En, StringComparison.Ordinal) ? words.Zh : $"{words.Zh} {words.En}",
    };

    /// <summary>The name of a thing, once: a sheet in both languages takes the Chinese.</summary>
    public string Name(LocalizedText name) => language == SheetLanguage.En ? name.En : name.Zh;

    /// <summary>Text as HTML; its lines stay lines.</summary>
    public static string Escaped(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
