using Territory.Model.Terminals;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>How a class of terminals is served in the template market.</summary>
/// <param name="VisitsPerCycle">In four weeks.</param>
public sealed record TemplateClass(TerminalClass Class, int Terminals, int VisitsPerCycle, double MinutesPerVisit);
