using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>The reps of a region (业务员) and how they call.</summary>
public sealed record LabFieldForce
{
    /// <summary>How many reps there are from which day on, in order of days; without any there are no calls.</summary>
    public IReadOnlyList<LabStaffing> Staffing { get; init; } = [];

    /// <summary>Days between calls by class A, B, C; 0: the class is not called.</summary>
    public IReadOnlyList<int> DaysBetweenCalls { get; init; } = [7, 14, 28];

    /// <summary>Working days of the week, Monday first.</summary>
    public IReadOnlyList<bool> WorkingDays { get; init; } = [true, true, true, true, true, true, false];

    public double MinutesPerDay { get; init; } = 480;

    /// <summary>Calls that a new rep has behind him: 0 is a beginner.</summary>
    public int OpeningPractice { get; init; }

    /// <summary>Skill that practice leads to, over a beginner's of 1.</summary>
    public double LargestSkill { get; init; } = 1.5;

    /// <summary>Calls after which half of the difference is learnt.</summary>
    public double HalfPractice { get; init; } = 600;

    /// <summary>Calls after which a rep counts as trained: able to start the next region (可复制队伍).</summary>
    public int TrainedPractice { get; init; } = 1_500;

    public Money CostPerRepDay { get; init; } = Money.FromMajor(250);

    public Money CostPerKilometre { get; init; } = new(60);
}
