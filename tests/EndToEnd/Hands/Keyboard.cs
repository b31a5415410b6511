using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Hands;

/// <summary>Someone without a pointer.</summary>
internal sealed class Keyboard(Visitor visitor) : IHands
{
    private const int MostTabs = 400;

    // The list goes round, so that a control behind the focus is nearer backwards.
    private const string Where = """
        element => {
          const focused = document.activeElement;
          if (element === focused) return 'here';
          return focused !== document.body && element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING ? 'behind' : 'ahead';
        }
        """;

    public async Task PressAsync(ILocator control)
    {
        await GoToAsync(control);
        await KeyAsync("Enter");
    }

    public async Task WriteAsync(ILocator field, string text)
    {
        await GoToAsync(field);
        await KeyAsync("Control+a");
        await visitor.Page.Keyboard.InsertTextAsync(text);
    }

    public async Task ChooseAsync(ILocator list, string value)
    {
        await GoToAsync(list);
        var values = await list.Locator("option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)");
        var steps = Array.IndexOf(values, value) - Array.IndexOf(values, await list.InputValueAsync());
        for (var step = 0; step < Math.Abs(steps); step++)
            await KeyAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
        await Assertions.Expect(list).ToHaveValueAsync(value);
    }

    // Tab comes to the open one of the tabs, and the arrows go to its neighbours.
    public async Task OpenTabAsync(ILocator tab)
    {
        var tabs = tab.Locator("xpath=..").GetByRole(AriaRole.Tab);
        var count = await tabs.CountAsync();
        await GoToAsync(tab.Locator("xpath=..").GetByRole(AriaRole.Tab, new() { Selected = true }));
        for (var pressed = 0; pressed < count && await tab.GetAttributeAsync("aria-selected") != "true"; pressed++)
            await KeyAsync("ArrowRight");
        await Assertions.Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
    }

    public async Task ActAsync(ILocator stop, StopAction action)
    {
        if (await stop.GetAttributeAsync("aria-pressed") != "true")
            await PressAsync(stop);
        await Assertions.Expect(stop).ToHaveAttributeAsync("aria-pressed", "true");
        await KeyAsync(action.Letter);
    }

    // The sheet opens on the vehicle that has the stop, or on the first; the arrows go from one to the next.
    public async Task ChooseVehicleAsync(ILocator option)
    {
        var choice = option.Locator("input");
        var all = option.Locator("xpath=..").GetByTestId("move-vehicle");
        await GoToAsync(all.Locator("input:checked"));
        for (var pressed = await all.CountAsync(); pressed > 0 && !await choice.IsCheckedAsync(); pressed--)
            await KeyAsync("ArrowDown");
        await Assertions.Expect(choice).ToBeCheckedAsync();
    }

    private Task KeyAsync(string key) => visitor.Page.Keyboard.PressAsync(key);

    /// <summary>Goes from control to control until the focus is on one; throws where it cannot be reached.</summary>
    private async Task GoToAsync(ILocator control)
    {
        await Assertions.Expect(control).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            var where = await control.EvaluateAsync<string>(Where);
            if (where == "here")
                return;
            await KeyAsync(where == "ahead" ? "Tab" : "Shift+Tab");
        }

        throw new InvalidOperationException($"{control} was not reached by {MostTabs} presses of Tab.");
    }
}
