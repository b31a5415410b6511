namespace Territory.Optimizer.Evaluation;

/// <summary>A route in full: its sums, its timetable, and every rule it breaks.</summary>
public sealed record RouteReport(int Vehicle, RouteFigures Figures, IReadOnlyList<TimetableEntry> Timetable, IReadOnlyList<Violation> Violations);
