namespace Territory.Optimizer.Evaluation;

/// <summary>What a vehicle does at an entry of its timetable.</summary>
public enum TimetableEntryKind
{
    Start,
    Stop,
    Reload,
    Break,
    End,
}
