using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Field;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Pictures;

/// <summary>Takes the README's pictures when TERRITORY_SCREENSHOTS names the folder for them.</summary>
[Collection(DemoGroup.Name)]
public sealed class PictureTests(DemoTerritory demo)
{
    private static readonly VisitorLook Wide = new(1440, 900, "zh-CN");

    [Fact]
    public async Task Readme_FolderNamed_GetsItsPictures()
    {
        if (Environment.GetEnvironmentVariable("TERRITORY_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            Assert.Skip("TERRITORY_SCREENSHOTS names no folder.");
            return;
        }

        Directory.CreateDirectory(folder);
        await using var desk = await demo.AdministratorAsync(Wide);
        await desk.GoAsync("/");
        await MarketClock.ReachAsync(desk, demo.Region, TimeSpan.FromHours(10.5));
        await desk["date-today"].ClickAsync();
        await Assertions.Expect(desk["route-item"].First).ToBeVisibleAsync();
        await desk.Page.WaitForFunctionAsync("() => window.territoryDiagnostics?.().frameCost().frames > 20");
        await TakeAsync(desk, folder, "today");

        var rep = (await FieldVisitor.RepsAsync(desk, demo.Region))[2];
        await using var phone = await FieldVisitor.JoinAsync(demo, desk, rep);
        await Assertions.Expect(phone["rep-stop-list"]).ToBeVisibleAsync();
        await TakeAsync(phone, folder, "rep");
    }

    /// <summary>Keeps what another test has printed, to be looked at.</summary>
    internal static async Task KeepAsync(string name, byte[] content)
    {
        if (Environment.GetEnvironmentVariable("TERRITORY_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, name), content);
    }

    private static async Task TakeAsync(Visitor visitor, string folder, string name)
    {
        foreach (var language in (string[])["en", "zh"])
        {
            await visitor[$"language-{language}"].ClickAsync();
            await Assertions.Expect(visitor[$"language-{language}"]).ToHaveAttributeAsync("aria-pressed", "true");
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{language}.png") });
        }
    }
}
