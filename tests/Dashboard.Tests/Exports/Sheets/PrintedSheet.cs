using System.Text.RegularExpressions;
using System.Xml.Linq;
using Territory.Dashboard.Exports.Sheets;

namespace Territory.Dashboard.Tests.Exports.Sheets;

/// <summary>A printed document read back: its pages and the rows of their tables, cell by cell.</summary>
internal sealed partial class PrintedSheet
{
    private PrintedSheet(XElement body) => Pages = [.. body.Elements("section")];

    public IReadOnlyList<XElement> Pages { get; }

    /// <exception cref="System.Xml.XmlException">A tag is not closed, or a name was not escaped.</exception>
    public static PrintedSheet Read(SheetDocument document)
    {
        var html = document.Html[document.Html.IndexOf("<html", StringComparison.Ordinal)..];
        return new PrintedSheet(XElement.Parse(VoidTag().Replace(html, "<${tag}/>")).Element("body")!);
    }

    /// <summary>The rows of tables of a class on the pages, without their heads.</summary>
    public List<List<string>> Rows(string table) => [.. Pages.Descendants("table").Where(element => Class(element) == table)
        .Descendants("tbody").Elements("tr").Select(row => row.Elements("td").Select(Text).ToList())];

    public static string? Class(XElement element) => element.Attribute("class")?.Value;

    /// <summary>The text of an element, a blank for each line break.</summary>
    public static string Text(XElement element) => string.Concat(element.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "br" } => " ",
        _ => "",
    }));

    [GeneratedRegex(@"<(?<tag>(br|col|meta)\b[^>]*)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex VoidTag();
}
