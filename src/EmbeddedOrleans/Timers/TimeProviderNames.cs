namespace Orleans.Runtime;

/// <summary>
/// Keys under which single areas of the runtime look for a clock of their own; without one they follow the unkeyed TimeProvider. A test
/// that turns the clock by hand gives it to the areas it means and leaves the others on real time.
/// </summary>
public static class TimeProviderNames
{
    /// <summary>Grain timers.</summary>
    public const string Grains = "Orleans.Grains";

    /// <summary>The collection of idle activations.</summary>
    public const string ActivationManagement = "Orleans.ActivationManagement";
}
