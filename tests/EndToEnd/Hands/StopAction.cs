namespace Territory.EndToEnd.Hands;

/// <summary>What can be done with a stop: the action's name in the menu, and the letter that does it.</summary>
internal sealed record StopAction(string Name, string Letter)
{
    public static readonly StopAction Move = new("move", "m");
    public static readonly StopAction Hold = new("tray", "t");
    public static readonly StopAction Lock = new("lock", "l");
}
