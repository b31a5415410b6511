using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Day;

/// <summary>Dragging a stop with the mouse.</summary>
internal static class Drag
{
    private const int Steps = 8;

    /// <summary>Drags a stop onto a place; what the drop would do stands beside the pointer before it is let go, and is answered.</summary>
    public static async Task<Preview> OntoAsync(Visitor desk, ILocator stop, ILocator target)
    {
        await stop.ScrollIntoViewIfNeededAsync();
        var mouse = desk.Page.Mouse;
        var from = await MiddleAsync(stop);
        await mouse.MoveAsync(from.X, from.Y);
        await mouse.DownAsync();
        await mouse.MoveAsync(from.X, from.Y - 10);
        await Assertions.Expect(desk["ghost"]).ToBeVisibleAsync();
        // A drag makes room for new trips in the list, so that one aims only now.
        await target.ScrollIntoViewIfNeededAsync();
        var to = await MiddleAsync(target);
        await mouse.MoveAsync(to.X, to.Y, new MouseMoveOptions { Steps = Steps });
        var preview = await Preview.ReadAsync(desk["ghost"]);
        await mouse.UpAsync();
        await Assertions.Expect(desk["ghost"]).ToHaveCountAsync(0);
        return preview;
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
