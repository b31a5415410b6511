namespace Territory.Model;

/// <summary>The same words in Chinese and English. Names of people, shops and streets are not translated and are plain strings.</summary>
public sealed record LocalizedText(string Zh, string En)
{
    public static LocalizedText Same(string text) => new(text, text);
}
