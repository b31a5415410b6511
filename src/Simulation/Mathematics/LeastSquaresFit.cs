namespace Territory.Simulation.Mathematics;

/// <summary>Where a search for least squares ended.</summary>
/// <param name="SumOfSquares">Of the residuals.</param>
/// <param name="Converged">Whether no step gained any more; false where the iterations ran out.</param>
public sealed record LeastSquaresFit(IReadOnlyList<double> Parameters, double SumOfSquares, bool Converged);
