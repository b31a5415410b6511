using Microsoft.Playwright;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Exports.Sheets;
using Territory.Dashboard.Tests.Exports;
using Territory.EndToEnd.Pictures;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Sheets;

/// <summary>
/// Sheets of a full day as they come out of a printer: a vehicle with 45 stops on two trips, long names and addresses, notes, and twelve vehicles more.
/// The document cuts its pages itself; that a browser needs exactly as many shows that none runs over.
/// </summary>
public sealed class PrintedSheetTests(DemoSource source)
{
    // On paper an element ends where its page ends, and a cell holds what stands in it; a pixel is rounding.
    private const string Overflows = """
        () => {
          const found = [];
          for (const cell of document.querySelectorAll('th, td, dd, h1, h2, .boxes div')) {
            if (cell.scrollWidth > cell.clientWidth + 1) found.push('wide: ' + cell.textContent);
            if (cell.matches('h2, .boxes div') && cell.scrollHeight > cell.clientHeight + 1) found.push('high: ' + cell.textContent);
          }
          for (const page of document.querySelectorAll('.page')) {
            const paper = page.getBoundingClientRect();
            for (const table of page.querySelectorAll('table, header'))
              if (table.getBoundingClientRect().right > paper.right + 0.5) found.push('beyond the edge: ' + table.className);
          }
          return found;
        }
        """;

    // A font without Chinese draws the same box for every character.
    private const string DrawnGlyphs = """
        () => {
          const font = getComputedStyle(document.body).fontFamily;
          const pictures = [...'流动服务车辆派遣单装拣货'].map(letter => {
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 40;
            const context = canvas.getContext('2d');
            context.font = '32px ' + font;
            context.fillText(letter, 2, 34);
            return canvas.toDataURL();
          });
          return new Set(pictures).size;
        }
        """;

    [Theory]
    [InlineData("sheets.html", SheetLanguage.Both, 1123)]
    [InlineData("sheets.html", SheetLanguage.En, 1123)]
    [InlineData("load.html", SheetLanguage.Both, 794)]
    [InlineData("pick.html", SheetLanguage.Both, 1123)]
    [InlineData("pick.html", SheetLanguage.Zh, 1123)]
    public async Task Sheets_OfAFullDay_FitTheirPages(string name, SheetLanguage language, int paperPixels)
    {
        using var folder = new TemporaryFolder();
        var chromium = await source.ChromiumAsync();
        var day = DeliverySample.Of([[30, 15], .. Enumerable.Repeat(new[] { 6, 3 }, 12)]);
        var file = DeliveryFiles.Make(name, day, new DeliveryFileOptions(DateTimeOffset.UnixEpoch, new SheetOptions(language)))!;
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, file.Content, TestContext.Current.CancellationToken);
        // Less the margins of 8 mm, a page is as wide as its paper.
        await using var screen = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = paperPixels - 60, Height = 900 } });
        var page = await screen.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await page.GotoAsync(new Uri(path).AbsoluteUri);

        var print = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        await PictureTests.KeepAsync($"{language}-{name}.pdf", print);
        var paper = new PrintedPaper(print);
        paper.PageCount.ShouldBe(await page.Locator(".page").CountAsync());
        paper.IsA4.ShouldBeTrue();
        (await page.EvaluateAsync<string[]>(Overflows)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>(DrawnGlyphs)).ShouldBe(12);
    }
}
