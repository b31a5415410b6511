using System.Text;
using Territory.Model;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The head of a printed sheet: whole on its first page, one line on the others, so that a page that got lost is known again.</summary>
internal sealed class SheetHeader
{
    public const double RunningMillimeters = 9;

    private const double CodeMillimeters = 29;
    private const double GapMillimeters = 3;
    private const double TitleMillimeters = 6;

    private readonly SheetText text;
    private readonly LocalizedText title;
    private readonly string number;
    private readonly DeliveryPlan plan;
    private readonly string facts;
    private readonly string? code;

    /// <param name="code">What the QR code holds; null: there is none.</param>
    public SheetHeader(
        SheetText text, SheetPaper paper, LocalizedText title, string number, DeliveryPlan plan, IReadOnlyList<(LocalizedText Name, string Value)> facts, string? code)
    {
        this.text = text;
        this.title = title;
        this.number = number;
        this.plan = plan;
        this.code = code is null ? null : QrCode.Svg(code);
        var width = paper.WidthMillimeters - (code is null ? 0 : CodeMillimeters) - (GapMillimeters * (paper.FactShares.Count - 1));
        var height = TitleMillimeters + SheetStyle.LineMillimeters + 2;
        var html = new StringBuilder("<dl>");
        foreach (var row in facts.Chunk(paper.FactShares.Count))
        {
            height += row.Zip(paper.FactShares).Max(fact => HeightOf(fact.First.Name, fact.First.Value, width * fact.Second / paper.FactShares.Sum()));
            foreach (var (name, value) in row)
                html.Append("<div><dt>").Append(text.Html(name)).Append("</dt><dd>").Append(SheetText.Escaped(value)).Append("</dd></div>");
        }

        this.facts = html.Append("</dl>").ToString();
        Millimeters = Math.Max(height, code is null ? 0 : CodeMillimeters) + 1;
    }

    /// <summary>The height on the first page.</summary>
    public double Millimeters { get; }

    public string Html(int page, int pages)
    {
        var pageNumber = $"<span class=\"number\">{text.Html(SheetWords.Page(page, pages))}</span>";
        if (page > 1)
            return $"<header class=\"running\"><span>{text.Html(title)} · {SheetText.Escaped(number)} · v{plan.Version}</span>{pageNumber}</header>";
        return $"<header><div><h1>{text.Html(title)}</h1><div>{text.Html(SheetWords.OrderNumber)} <b>{SheetText.Escaped(number)}</b>　{text.Html(SheetWords.Version)} <b>{plan.Version}</b>"
            + $"　{text.Html(SheetWords.Status(plan.Status))}　{pageNumber}</div>{facts}</div>{code}</header>";
    }

    private double HeightOf(LocalizedText name, string value, double width)
    {
        var label = TextMeasure.WidthEms(text.Plain(name)) * SheetStyle.EmMillimeters;
        return (TextMeasure.Lines(value, Math.Max(4, (width - label - 2) / SheetStyle.EmMillimeters)) * SheetStyle.LineMillimeters) + 1;
    }
}
