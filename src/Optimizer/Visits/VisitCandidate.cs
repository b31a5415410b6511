using Territory.Model.Terminals;

namespace Territory.Optimizer.Visits;

/// <summary>A terminal that the rep may call on.</summary>
/// <param name="LastVisit">The day of its last valid visit; null when it was never visited.</param>
/// <param name="FirstKnown">The day it joined the rep's list; a terminal never visited counts from here.</param>
public sealed record VisitCandidate(TerminalFile Terminal, DateOnly? LastVisit, DateOnly FirstKnown);
