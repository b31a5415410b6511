namespace Territory.Model.Calendar;

/// <summary>The same opening times on a set of weekdays.</summary>
public readonly record struct OpeningPeriod(Weekdays Days, TimeWindow Hours);
