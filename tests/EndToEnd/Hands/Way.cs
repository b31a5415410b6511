namespace Territory.EndToEnd.Hands;

/// <summary>What somebody has to work with.</summary>
public enum Way
{
    Keyboard,
    Mouse,
    Finger,
}
