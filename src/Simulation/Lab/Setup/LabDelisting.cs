namespace Territory.Simulation.Lab.Setup;

/// <summary>What makes an adopted terminal drop us (退场): an empty shelf for long, or nobody who calls. It needs another call to take us again.</summary>
/// <param name="EmptyDays">Evenings on end with nothing of ours on the shelf after which it may drop us.</param>
/// <param name="EmptyHazard">Hazard a day from then on; 0: never for this.</param>
/// <param name="UncalledDays">Days since the last call, or since the run began, after which it may drop us.</param>
/// <param name="UncalledHazard">Hazard a day from then on; 0: never for this.</param>
public sealed record LabDelisting(int EmptyDays = 21, double EmptyHazard = 0, int UncalledDays = 60, double UncalledHazard = 0);
