namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>Minutes or kilometres of a day as a law with three constants: Haul x 2 r m + Local x (n - m) / n x sqrt(n A) + PerStop x n.</summary>
/// <remarks>
/// n stops in m trips, r their mean straight distance from the start, A the area they are spread over. On the plane and for kilometres Haul is near 1 and Local
/// near 0.7; roads, their speeds and clusters are in the constants.
/// Source: Beardwood, Halton and Hammersley: "The shortest path through many points", 1959; Daganzo: "The distance traveled to visit N points with a maximum
/// of C stops per vehicle", 1984; the factor (n - m) / n after Figliozzi: "Planning approximations to the average length of vehicle routing problems", 2008.
/// </remarks>
public readonly record struct FieldLaw(double Haul, double Local, double PerStop)
{
    internal double Of(FieldShape shape) => Math.Max(0, (Haul * shape.Haul) + (Local * shape.Local) + (PerStop * shape.Stops));
}
