using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>One delivery: how long it took from when service could start, and what the distributor's rule says for its cases.</summary>
public readonly record struct ServiceObservation(TerminalId Terminal, Duration Taken, Duration Rule);
