namespace Territory.Simulation.Lab.Calibration;

/// <summary>Simulates the weeks of history, and on, under parameters; a pure function of its arguments.</summary>
/// <returns>A row for each cell with a figure for each week.</returns>
public delegate double[][] ForecastModel(double[] parameters, int weeks, ulong seed);
