using System.Globalization;
using Microsoft.Playwright;

namespace Territory.EndToEnd.Day;

/// <summary>What a sheet or a drag says that a change would do, before it is made.</summary>
/// <param name="Cost">Minor units.</param>
/// <param name="Distance">Meters.</param>
internal sealed record Preview(long Cost, double Distance)
{
    /// <summary>Waits until the exact figures are there.</summary>
    public static async Task<Preview> ReadAsync(ILocator shown)
    {
        await Assertions.Expect(shown).ToHaveAttributeAsync("data-state", "exact");
        return await OfAsync(shown.GetByTestId("change"));
    }

    public static async Task<Preview> OfAsync(ILocator change)
    {
        await Assertions.Expect(change).ToBeVisibleAsync();
        var figures = await change.EvaluateAsync<string[]>("element => [element.dataset.cost, element.dataset.distance]");
        return new Preview(long.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The plan that was made differs from the one before by what was shown.</summary>
    public void ShouldHaveComeTrue(DayPlan before, DayPlan after)
    {
        (after.Distance - before.Distance).ShouldBe(Distance, 0.5);
        (after.Cost - before.Cost).ShouldBe(Cost);
    }
}
