using Microsoft.Playwright;

namespace Territory.EndToEnd.Hands;

/// <summary>How a person works a page: the same day goes by each of them.</summary>
internal interface IHands
{
    /// <summary>Uses a button, a link or a row.</summary>
    Task PressAsync(ILocator control);

    /// <summary>Replaces what stands in a field.</summary>
    Task WriteAsync(ILocator field, string text);

    /// <summary>Chooses an entry of a closed list by its value.</summary>
    Task ChooseAsync(ILocator list, string value);

    /// <summary>Opens one of the tabs beside each other.</summary>
    Task OpenTabAsync(ILocator tab);

    /// <summary>Does something with the stop of a row: by its letter, or from the row's menu.</summary>
    Task ActAsync(ILocator stop, StopAction action);

    /// <summary>Chooses a vehicle of the move sheet.</summary>
    Task ChooseVehicleAsync(ILocator option);
}
