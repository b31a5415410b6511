namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>A Bass curve estimated from sales.</summary>
/// <param name="Market">M, everybody who will ever adopt.</param>
/// <param name="Innovation">p.</param>
/// <param name="Imitation">q.</param>
/// <param name="ResidualStandardError">Root of the squared residuals over the periods less three.</param>
/// <param name="StandardErrors">Of M, p and q; null where the method gives none.</param>
public sealed record BassEstimate(
    double Market, double Innovation, double Imitation, double ResidualStandardError, IReadOnlyList<double>? StandardErrors = null)
{
    public BassCurve Curve => new(Innovation, Imitation);
}
