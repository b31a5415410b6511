using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Hands;

/// <summary>Someone without a keyboard who presses: with a mouse, or with a finger on a touch screen.</summary>
internal sealed class Pointer(Visitor visitor, bool isFinger) : IHands
{
    public Task PressAsync(ILocator control) => isFinger ? control.TapAsync() : control.ClickAsync();

    public Task WriteAsync(ILocator field, string text) => field.FillAsync(text);

    // The list itself is the browser's, and opens outside the page.
    public async Task ChooseAsync(ILocator list, string value) => await list.SelectOptionAsync(value);

    public Task OpenTabAsync(ILocator tab) => PressAsync(tab);

    public async Task ActAsync(ILocator stop, StopAction action)
    {
        await PressAsync(stop.Locator("xpath=..").GetByTestId("stop-menu"));
        await PressAsync(visitor[$"action-{action.Name}"]);
    }

    public Task ChooseVehicleAsync(ILocator option) => PressAsync(option);
}
