using System.Globalization;
using System.Text;

namespace Territory.Imports.Tables;

/// <summary>Reads cells as people type them: full-width digits, thousands separators, "1.2万", "3件".</summary>
public static class Cell
{
    private const double TenThousand = 10_000;
    private const int LongestUnit = 8;

    /// <summary>Full-width forms become ordinary ones, white space is folded and trimmed.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text))
            return text.Trim();
        var folded = text.Normalize(NormalizationForm.FormKC);
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A number with an optional unit behind it; 万 multiplies by ten thousand.</summary>
    public static bool TryNumber(string cell, out double value)
    {
        var text = cell.Replace(",", "", StringComparison.Ordinal).Trim();
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '.')
            end--;
        var unit = text[end..].Trim();
        if (!double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            return false;
        if (unit.StartsWith('万'))
            value *= TenThousand;
        return unit.Length <= LongestUnit;
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is '\t' or '\n' or '\r' or '\u00A0' or '\u3000' || (character >= '\uFF00' && character <= '\uFFEF'))
                return false;
        }

        return !text.Contains("  ", StringComparison.Ordinal);
    }
}
