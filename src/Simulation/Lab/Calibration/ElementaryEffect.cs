namespace Territory.Simulation.Lab.Calibration;

/// <summary>How a figure answers to one parameter's way through its whole prior.</summary>
/// <param name="Mean">mu: in which direction; effects of both signs cancel.</param>
/// <param name="MeanAbsolute">mu*: how much, which is what parameters are ranked by.</param>
/// <param name="StandardDeviation">sigma: how differently elsewhere; large beside mu* where the answer is bent or depends on other parameters.</param>
public sealed record ElementaryEffect(string Parameter, string Figure, double Mean, double MeanAbsolute, double StandardDeviation);
