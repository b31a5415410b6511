namespace Territory.Simulation.Expansion.Selection;

/// <summary>A cell as a place to attack (主攻对手的薄弱环节).</summary>
/// <param name="GainPerVisit">Contribution won in a month over the calls that the template would make there in a month.</param>
/// <param name="CasesWon">A month, at the template's share among those who carry us, less what the rival's strength keeps and what is ours already.</param>
public sealed record WeakCell(string Cell, int Terminals, double CasesPerMonth, string? Rival, double RivalShare, double CasesWon, double VisitsPerMonth, double GainPerVisit);
