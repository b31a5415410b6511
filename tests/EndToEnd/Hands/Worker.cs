using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Hands;

/// <summary>Gives somebody at a page what they work with.</summary>
internal static class Worker
{
    public static IHands Of(Way way, Visitor visitor) => way == Way.Keyboard ? new Keyboard(visitor) : new Pointer(visitor, isFinger: way == Way.Finger);
}
