using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>What is the same for all terminals of a region on a day.</summary>
/// <param name="Day">The calendar's day number, for draws.</param>
/// <param name="RunDay">The day of the run, which last calls are counted in.</param>
/// <param name="Factors">By product, from <see cref="ProductTable.DayFactors"/>.</param>
internal sealed record SalesDay(int Day, int RunDay, double[] Factors, DemandLaw Law, CountTable Table, LabDraws Draws);
