using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>How much harder rivals push in each cell than they used to.</summary>
internal sealed class RivalPressure(LabRivals rivals, int cells)
{
    /// <summary>By cell, added to the rivals' pull as a part of it.</summary>
    public double[] Levels { get; } = new double[cells];

    /// <summary>Closes a day after the last terminal has taken or dropped us.</summary>
    public void Close(Coverage coverage)
    {
        for (var cell = 0; cell < Levels.Length; cell++)
            Levels[cell] = CoverageReaction.Next(Levels[cell], CoverageReaction.Target(coverage.PresenceIn(cell), rivals), rivals.CoverageLagDays);
    }
}
