using Microsoft.Playwright;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Access;

[Collection(DemoGroup.Name)]
public sealed class QuietPagesTests(DemoTerritory demo)
{
    [Fact]
    public async Task EveryPage_OfTheDesk_HasNoConsoleErrorAndAsksNoOtherHost()
    {
        await using var visitor = await demo.AdministratorAsync();
        (string Path, string TestId)[] pages =
        [
            ("/", "today-board"), ("/visits", "visits-page"), ("/outlets", "outlets-page"), ("/unvisited", "unvisited-page"), ("/people", "people-page"),
            ("/schedule", "schedule-page"), ("/lessons", "lessons-page"),
        ];
        foreach (var (path, testId) in pages)
        {
            await visitor.GoAsync(path);
            await Assertions.Expect(visitor[testId]).ToBeVisibleAsync();
            await visitor.Page.WaitForLoadStateAsync(LoadState.Load);
            visitor.ShouldBeQuiet();
        }
    }
}
