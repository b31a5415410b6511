using System.Text;
using System.Text.RegularExpressions;

namespace Territory.EndToEnd.Sheets;

/// <summary>A PDF as a browser printed it.</summary>
internal sealed partial class PrintedPaper(byte[] content)
{
    private const double PointsPerMillimeter = 72 / 25.4;

    private readonly string text = Encoding.Latin1.GetString(content);

    public int PageCount => Page().Count(text);

    /// <summary>Whether every page is as large as ISO 216 says of A4, either way up.</summary>
    public bool IsA4 => MediaBox().Matches(text) is { Count: > 0 } boxes && boxes.All(box =>
    {
        var (width, height) = (Points(box, "width"), Points(box, "height"));
        return Math.Abs(Math.Min(width, height) - (210 * PointsPerMillimeter)) < 1.5 && Math.Abs(Math.Max(width, height) - (297 * PointsPerMillimeter)) < 1.5;
    });

    private static double Points(Match box, string name) => double.Parse(box.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<width>[0-9.]+)\s+(?<height>[0-9.]+)\s*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MediaBox();
}
