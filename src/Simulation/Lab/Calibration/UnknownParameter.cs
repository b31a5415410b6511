namespace Territory.Simulation.Lab.Calibration;

/// <summary>A parameter that is to be learned from history, by the name people see.</summary>
public sealed record UnknownParameter(string Name, IPrior Prior);
