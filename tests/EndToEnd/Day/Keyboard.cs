using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Day;

/// <summary>Someone without a pointer.</summary>
internal sealed class Keyboard(Visitor visitor)
{
    private const int MostTabs = 400;
    private const string HasFocus = "element => element === document.activeElement";

    public Task PressAsync(string key) => visitor.Page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => visitor.Page.Keyboard.InsertTextAsync(text);

    /// <summary>Goes from control to control until the focus is on one; throws where it cannot be reached.</summary>
    public async Task GoToAsync(ILocator control)
    {
        await Assertions.Expect(control).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await control.EvaluateAsync<bool>(HasFocus))
                return;
            await PressAsync("Tab");
        }

        throw new InvalidOperationException($"{control} was not reached by {MostTabs} presses of Tab.");
    }

    public async Task PressOnAsync(ILocator control, string key = "Enter")
    {
        await GoToAsync(control);
        await PressAsync(key);
    }
}
