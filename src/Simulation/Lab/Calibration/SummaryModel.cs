namespace Territory.Simulation.Lab.Calibration;

/// <summary>Simulates under parameters and sums the run up in the figures that history is compared by; a pure function of its arguments.</summary>
/// <returns>As many figures each time, in the same order; a figure that is no number refuses the parameters.</returns>
public delegate double[] SummaryModel(double[] parameters, ulong seed);
