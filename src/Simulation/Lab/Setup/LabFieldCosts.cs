namespace Territory.Simulation.Lab.Setup;

/// <summary>What a day of calls or drops takes in a region: a continuous approximation with given coefficients.</summary>
/// <remarks>
/// minutes(n) = fixed + root x sqrt(n x area) + n x stop; km(n) = fixed + root x sqrt(n x area), area being the km² of the one person's or
/// vehicle's part of the region: all of it over the reps, or the vehicles, of the day. Source: Beardwood, Halton and Hammersley 1959; Daganzo 1984. The defaults are 0.7124 km per root km² of
/// way at 25 km/h with a detour of 1.3; coefficients fitted to the optimiser's routes replace them.
/// </remarks>
public sealed record LabFieldCosts
{
    /// <summary>Of the whole region.</summary>
    public double AreaSquareKilometres { get; init; } = 100;

    public double CallMinutes { get; init; } = 12;

    public double CallFixedMinutes { get; init; } = 20;

    public double CallMinutesPerRoot { get; init; } = 2.22;

    public double CallFixedKilometres { get; init; } = 5;

    public double CallKilometresPerRoot { get; init; } = 0.926;

    public double DropMinutes { get; init; } = 8;

    public double DropFixedMinutes { get; init; } = 40;

    public double DropMinutesPerRoot { get; init; } = 2.22;

    public double DropFixedKilometres { get; init; } = 10;

    public double DropKilometresPerRoot { get; init; } = 0.926;
}
