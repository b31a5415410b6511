namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>A day drawn to try field costs on.</summary>
/// <param name="Terminals">Drawn from the <paramref name="AreaTerminals"/> that lie nearest to one of them.</param>
/// <param name="Cases">Of each terminal.</param>
public sealed record SampledDay(int[] Terminals, int[] Cases, int AreaTerminals);
