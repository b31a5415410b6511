using Territory.Model.Ids;

namespace Territory.Model.Plans;

/// <summary>An outlet that was due but is not on the list, with the reason and when it is next planned (下次计划日).</summary>
public sealed record PostponedVisit(TerminalId Terminal, DateOnly DueOn, UnservedReason Reason, DateOnly NextOn);
