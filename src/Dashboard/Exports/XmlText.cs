using System.Xml;

namespace Territory.Dashboard.Exports;

/// <summary>Text for an XML document.</summary>
internal static class XmlText
{
    /// <summary>Without the characters that XML 1.0 cannot hold, which a name that people brought may contain.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHeld(text, i))
                return string.Concat(text.Where((_, at) => IsHeld(text, at)));
        }

        return text;
    }

    private static bool IsHeld(string text, int at) => XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));
}
