using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Territory.Dashboard.Exports.Tables;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Dashboard.Tests.Exports.Tables;

/// <summary>The workbook read back as a package of XML (ECMA-376), without the library that wrote it.</summary>
public sealed class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Workbook_OfAPlan_HoldsTheCellsOfItsCsv()
    {
        var day = DeliverySample.Of([5], [4]);
        day = day with { Plan = day.Plan with { Unserved = [new UnservedOrder(new TerminalId("HY-0001"), [], UnservedReason.NoTimeLeft, new Dictionary<string, string>())] } };

        var read = Read(Workbook.Of("day", DeliveryTable.Header, DeliveryTable.RowsOf(day)));

        // No cell of the sample needs quoting, so that the CSV splits at its commas.
        var csv = DeliveryTable.Csv(day).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        csv.ShouldAllBe(line => line.Length == 16);
        read.Count.ShouldBe(1 + 9 + 1);
        for (var row = 0; row < csv.Count; row++)
            read[row].Select(cell => cell.Text).ShouldBe(csv[row]);
        read[1].Select(cell => cell.IsNumber).ShouldBe(DeliveryTable.Header.Select(name => name is "trip" or "sequence" or "cases" or "kilograms"));
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData(" spaces kept ", " spaces kept ")]
    [InlineData("<&>\"", "<&>\"")]
    [InlineData("bell\u0007gone", "bellgone")]
    [InlineData("𠮷野家", "𠮷野家")]
    public void Text_InACell_StaysText(string text, string expected)
    {
        var cell = Read(Workbook.Of("day", ["a"], [[new TableCell(text)]]))[1].ShouldHaveSingleItem();

        cell.ShouldBe((expected, false));
    }

    [Fact]
    public void References_BeyondTheLetterZ_GoOnWithTwoLetters()
    {
        var header = Enumerable.Range(0, 54).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();

        var cells = Sheet(Workbook.Of("day", header, [])).Descendants(Main + "c").Select(cell => cell.Attribute("r")!.Value).ToList();

        (cells[25], cells[26], cells[51], cells[52], cells[53]).ShouldBe(("Z1", "AA1", "AZ1", "BA1", "BB1"));
    }

    private static List<List<(string Text, bool IsNumber)>> Read(byte[] workbook) => [.. Sheet(workbook).Descendants(Main + "row").Select(row => row.Elements(Main + "c")
        .Select(cell => (Text: (string?)cell.Element(Main + "v") ?? (string?)cell.Element(Main + "is")?.Element(Main + "t") ?? "", IsNumber: (string?)cell.Attribute("t") == "n")).ToList())];

    private static XElement Sheet(byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook));
        package.Entries.ShouldContain(entry => entry.FullName == "[Content_Types].xml");
        using var part = package.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Open();
        return XElement.Load(part, LoadOptions.PreserveWhitespace);
    }
}
