namespace Territory.Roads.Network;

/// <summary>In which direction vehicles may follow a way, counted along its node order (单行). People on foot may always walk both ways.</summary>
public enum WayDirection
{
    Both,
    Forward,
    Backward,
}
