namespace Territory.Roads.Network;

/// <summary>A set of travel modes; bit n stands for the n-th <see cref="Territory.Model.Travel.TravelMode"/>.</summary>
[Flags]
public enum TravelModes
{
    None = 0,
    Car = 1,
    Van = 2,
    Motorbike = 4,
    Foot = 8,
    Motor = Car | Van | Motorbike,
    All = Motor | Foot,
}
