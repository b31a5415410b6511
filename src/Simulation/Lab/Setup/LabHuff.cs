namespace Territory.Simulation.Lab.Setup;

/// <summary>How consumers divide over terminals (哈夫模型).</summary>
/// <param name="SizePower">Alpha.</param>
/// <param name="DistancePower">Lambda.</param>
/// <param name="ReachKilometres">Terminals farther away get nothing; a cell with none in reach buys at the nearest.</param>
/// <param name="LeastKilometres">Shorter distances count as this.</param>
public sealed record LabHuff(double SizePower = 1, double DistancePower = 2, double ReachKilometres = 3, double LeastKilometres = 0.05);
