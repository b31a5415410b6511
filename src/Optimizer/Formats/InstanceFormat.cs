namespace Territory.Optimizer.Formats;

/// <summary>The text formats that are read.</summary>
public enum InstanceFormat
{
    /// <summary>Decided by the words of the file.</summary>
    Auto,

    /// <summary>VRPLIB: keyword lines and sections, with the extensions of LKH-3 and PyVRP.</summary>
    Vrplib,

    /// <summary>Solomon and Gehring-Homberger: a VEHICLE and a CUSTOMER table.</summary>
    Solomon,

    /// <summary>Cordeau's text for several depots: numbers only, the first line being four sizes.</summary>
    Cordeau,

    /// <summary>Li and Lim: pickups and deliveries with time windows; numbers only, the first line being vehicles, capacity and speed.</summary>
    LiLim,
}
