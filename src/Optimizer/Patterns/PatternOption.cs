namespace Territory.Optimizer.Patterns;

/// <summary>A pattern that a client may be given, and what it costs to give it, for example for each visit away from the days it is used to.</summary>
public readonly record struct PatternOption(DayPattern Pattern, long Cost);
