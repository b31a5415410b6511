using System.Text;
using Territory.Dashboard.Exports.Sheets;
using Territory.Model;

namespace Territory.Dashboard.Tests.Exports.Sheets;

/// <summary>A page of 100 mm with a head of 20 mm on the first and 10 mm on the others; expected cuts are counted by hand.</summary>
public sealed class PageFlowTests
{
    private static readonly SheetPaper Paper = new("portrait", 100, 100, [1]);
    private static readonly SheetColumns Columns = new("t", new SheetColumn(LocalizedText.Same("c"), 50));

    [Fact]
    public void Table_LongerThanAPage_RepeatsItsHeadAndLosesNoRow()
    {
        var flow = new PageFlow(Paper, 20, 10);

        flow.Add(new("[title]", 10), new("[again]", 10), Columns, new("[head]", 10), Rows(20));

        // First page: 100 - 20 - 20 leaves 60, six rows of ten; the others: 100 - 10 - 20 leaves 70, seven rows.
        Pages(flow).ShouldBe([
            "1/3[title][head]r0r1r2r3r4r5", "2/3[again][head]r6r7r8r9r10r11r12", "3/3[again][head]r13r14r15r16r17r18r19",
        ]);
    }

    [Fact]
    public void Tail_ThatDoesNotFitBelowTheLastRow_TakesTheRowWithIt()
    {
        var flow = new PageFlow(Paper, 20, 10);

        flow.Add(new("[title]", 10), new("[again]", 10), Columns, new("[head]", 10), Rows(6), tailMillimeters: 15);
        flow.Add(new SheetBlock("[tail]", 15));

        Pages(flow).ShouldBe(["1/2[title][head]r0r1r2r3r4", "2/2[again][head]r5[tail]"]);
    }

    [Fact]
    public void Table_WithRoomForItsHeadAlone_BeginsOnTheNextPage()
    {
        var flow = new PageFlow(Paper, 20, 10);

        flow.Add(new SheetBlock("[block]", 55));
        flow.Add(new("[title]", 10), new("[again]", 10), Columns, new("[head]", 10), Rows(1));

        Pages(flow).ShouldBe(["1/2[block]", "2/2[title][head]r0"]);
    }

    private static SheetBlock[] Rows(int count) => [.. Enumerable.Range(0, count).Select(row => new SheetBlock($"r{row}", 10))];

    private static string[] Pages(PageFlow flow)
    {
        var html = new StringBuilder();
        flow.AppendTo(html, (page, pages) => $"{page}/{pages}");
        return [.. html.ToString().Replace(Columns.Begin, "", StringComparison.Ordinal).Replace(SheetColumns.End, "", StringComparison.Ordinal)
            .Split("</section>", StringSplitOptions.RemoveEmptyEntries).Select(page => page.Replace("<section class=\"page\">", "", StringComparison.Ordinal))];
    }
}
