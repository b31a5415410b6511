namespace Territory.Simulation.Lab.Setup;

/// <summary>One run of the lab as a complete input (仿真方案): calendar, products, regions and rules. Nothing is read from anywhere else.</summary>
/// <remarks><see cref="LabSetupCheck"/> lists what is wrong with it; a setup with problems is never run.</remarks>
public sealed record LabSetup
{
    public required DateOnly FirstDay { get; init; }

    public required int Days { get; init; }

    public required IReadOnlyList<LabProduct> Products { get; init; }

    /// <summary>Regions share nothing but products and rules: what happens in one never changes another.</summary>
    public required IReadOnlyList<LabRegion> Regions { get; init; }

    public LabRules Rules { get; init; } = new();
}
