using System.Globalization;

namespace Territory.Market.Benchmarks;

/// <summary>Lines of the table in RESULTS.md.</summary>
internal static class Report
{
    public static void Line(string name, double millions, double? times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {millions:0.00} | {(times is { } ratio ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : "")} |"));

    public static void Share(string name, double share) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {100 * share:0} % | |"));

    public static void Note(FormattableString text) => Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));

    public static void Note(string text) => Console.WriteLine("  " + text);
}
