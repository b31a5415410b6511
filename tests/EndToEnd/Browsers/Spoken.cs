using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Territory.EndToEnd.Browsers;

/// <summary>The language in which labels are written, told by their script and by no message catalogue.</summary>
internal static partial class Spoken
{
    /// <summary>Every label is in the language of a locale: Chinese has Chinese characters, English has letters and none of those.</summary>
    public static async Task ShouldBeInAsync(ILocator labels, string locale)
    {
        await Assertions.Expect(labels.First).ToBeVisibleAsync();
        foreach (var label in (await labels.AllInnerTextsAsync()).Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            Chinese().IsMatch(label).ShouldBe(locale.StartsWith("zh", StringComparison.Ordinal), label);
            (Chinese().IsMatch(label) || label.Any(char.IsAsciiLetter)).ShouldBeTrue(label);
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
