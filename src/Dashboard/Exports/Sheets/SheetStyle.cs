using System.Globalization;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>How printed sheets look. Every length that <see cref="PageFlow"/> reckons with stands here once.</summary>
internal static class SheetStyle
{
    private const double FontPoints = 8.5;
    private const double LineHeight = 1.3;
    private const double MillimetersPerPoint = 25.4 / 72;

    public const double EmMillimeters = FontPoints * MillimetersPerPoint;

    public const double LineMillimeters = EmMillimeters * LineHeight;

    /// <summary>A row into which people write by hand.</summary>
    public const double WritingMillimeters = 11;

    public const double HeadingMillimeters = 8;

    public static string Of(SheetPaper paper, params IReadOnlyList<SheetColumns> tables) => string.Create(CultureInfo.InvariantCulture, $$"""
        /* A millimetre more on the right than the columns fill: a line that ends at the very edge of the page area is not printed. */
        @page { size: A4 {{paper.Orientation}}; margin: 8mm 7mm 8mm 8mm; }
        * { box-sizing: border-box; }
        body { margin: 0; font: {{FontPoints}}pt/{{LineHeight}} "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; }
        small { font-size: 78%; font-weight: normal; color: #444; }
        .page { width: {{paper.WidthMillimeters + 0.5}}mm; break-after: page; }
        .page:last-child { break-after: auto; }
        header { display: flex; justify-content: space-between; align-items: flex-start; gap: 4mm; border-bottom: 1pt solid #111; }
        header > div { flex: 1; }
        header svg { width: 25mm; height: 25mm; }
        h1 { font-size: 14pt; line-height: 1.2; margin: 0; }
        .running { height: 8mm; align-items: center; font-weight: 600; }
        .running span { white-space: nowrap; }
        dl { display: grid; grid-template-columns: {{string.Join(' ', paper.FactShares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share:0.#}fr")))}}; gap: 0 3mm; margin: 1mm 0; }
        dl div { display: flex; gap: 1.5mm; padding: 0.5mm 0; }
        dt { color: #444; flex: none; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
        h2 { font-size: 9.5pt; line-height: 1.2; margin: 0; height: {{HeadingMillimeters}}mm; padding-top: 2.5mm; white-space: nowrap; overflow: hidden; }
        table { width: 99.9%; border-collapse: collapse; table-layout: fixed; }
        th, td { border: 0.4pt solid #555; padding: 0.7mm 1.1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #eee; font-weight: 600; }
        .writing td { height: {{WritingMillimeters}}mm; }
        .total td { font-weight: 600; background: #f4f4f4; }
        .note { margin: 1.5mm 0 0; padding: 0.6mm 2mm; border: 0.8pt solid #a63a00; font-weight: 600; }
        .boxes { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm; padding-top: 3mm; }
        .boxes div { height: 12mm; padding: 0.7mm 1.1mm; border: 0.4pt solid #555; }
        .source { margin: 0; padding-top: 1.5mm; font-size: 6.5pt; color: #555; }
        @media screen { body { background: #ddd; } .page { width: {{paper.WidthMillimeters + 16}}mm; padding: 8mm; margin: 4mm auto; background: #fff; } }

        """) + string.Concat(tables.Select(table => table.Style));
}
