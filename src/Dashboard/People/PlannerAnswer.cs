namespace Territory.Dashboard.People;

/// <summary>Someone who plans deliveries, by name alone.</summary>
public sealed record PlannerAnswer(string Id, string Name);
