namespace Territory.Dashboard.Exports.Sheets;

/// <summary>How many lines a text takes in a column, so that pages can be cut before a browser sees them.</summary>
/// <remarks>
/// Algorithm: greedy line breaking. A Chinese character is as wide as the font is high and may begin a line; Latin words stay whole where the column
/// holds them. Widths of Latin letters are taken larger than those of the common fonts, so that the browser needs as many lines or fewer.
/// Complexity: linear.
/// </remarks>
internal static class TextMeasure
{
    private const double LatinEms = 0.58;
    private const double CapitalEms = 0.72;
    private const double BlankEms = 0.3;

    public static int Lines(string text, double columnEms) => text.Split('\n').Sum(line => LinesOf(line, columnEms));

    public static double WidthEms(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Ems(letter);
        return width;
    }

    private static int LinesOf(string line, double columnEms)
    {
        var lines = 1;
        var used = 0.0;
        for (var at = 0; at < line.Length;)
        {
            var length = WordLength(line, at);
            var width = WidthEms(line.AsSpan(at, length));
            if (used > 0 && used + width > columnEms)
            {
                lines++;
                used = 0;
            }

            // A word wider than the column is broken anywhere.
            for (; width > columnEms; width -= columnEms)
                lines++;
            used += width;
            at += length;
        }

        return lines;
    }

    private static int WordLength(string line, int start)
    {
        var end = start + 1;
        if (IsWide(line[start]) || line[start] == ' ')
            return 1;
        while (end < line.Length && !IsWide(line[end]) && line[end] != ' ')
            end++;
        return end - start;
    }

    private static double Ems(char letter) => letter switch
    {
        ' ' => BlankEms,
        _ when IsWide(letter) => 1,
        (>= 'A' and <= 'Z') or '@' or '%' or '#' or '&' or '—' or '–' or '×' => CapitalEms,
        _ => LatinEms,
    };

    // From the CJK radicals on, and the punctuation and signs that Chinese fonts draw full width.
    private static bool IsWide(char letter) => letter >= 0x2E80 || letter is '“' or '”' or '‘' or '’' or '…' or '·' or '≤' or '⚠';
}
