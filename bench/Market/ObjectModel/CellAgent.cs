using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A neighbourhood: its terminals, how many have adopted, and who looks for another store tomorrow.</summary>
internal sealed class CellAgent(int products)
{
    public List<TerminalAgent> Terminals { get; } = [];

    public int Adopted { get; set; }

    public int[] Switched { get; } = new int[products];

    /// <summary>What rivals add to their pull, as a part of it.</summary>
    public double RivalPressure { get; private set; }

    public double AdoptedShare => Terminals.Count == 0 ? 0 : (double)Adopted / Terminals.Count;

    public void Answer(LabRivals rivals) =>
        RivalPressure = CoverageReaction.Next(RivalPressure, CoverageReaction.Target(AdoptedShare, rivals), rivals.CoverageLagDays);
}
