using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>A calibration without anything wrong with it.</summary>
/// <param name="Position">Where the scenario's live regions are looked at that it looks at "now"; null: there is none.</param>
internal sealed record PreparedFit(ScenarioParameters Parameters, MarketFit Fit, MarketFitOptions Options, long? Position)
{
    /// <summary>The scenario with these values of the parameters and every live region fixed at a position.</summary>
    public string TextWith(IReadOnlyList<double> values) => LivePositions.Fix(Parameters.TextWith(values), Position);
}
