using Territory.Model.Geography;
using Territory.Model.Terminals;

namespace Territory.Simulation.Expansion.Census;

/// <summary>A terminal as a market census (市场普查) found it.</summary>
/// <param name="CasesPerMonth">Category volume, ours and rivals' together.</param>
/// <param name="Cell">The part of the region it lies in.</param>
/// <param name="OwnShare">Our share of that volume, 0 to 1; 0 where we are not carried.</param>
/// <param name="Rivals">Shares of those who are carried there.</param>
public sealed record CensusTerminal(
    string Id, string Name, GeoPoint Location, TerminalClass Class, double CasesPerMonth, string Cell, double OwnShare, IReadOnlyList<RivalShare> Rivals);
