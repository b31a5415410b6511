using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Optimizer.Calendars;

namespace Territory.Optimizer.Visits;

/// <summary>A candidate as the planner of one day sees it: when it is due, when it must not be later, how long it takes.</summary>
internal sealed class Call
{
    public Call(VisitPlanRequest request, PlanningDays days, int index)
    {
        Candidate = request.Candidates[index];
        Point = index + 1;
        var policy = request.Region.ClassPolicies.First(policy => policy.Class == Terminal.Class);
        VisitsPerCycle = Math.Clamp(Terminal.VisitsPerCycle ?? policy.VisitsPerCycle, 1, ClassPolicy.CycleDays);
        IntervalDays = ClassPolicy.CycleDays / VisitsPerCycle;
        Service = Terminal.TimeInStore ?? policy.TimeInStore;
        var since = Candidate.LastVisit ?? Candidate.FirstKnown;
        DueOn = since.AddDays(IntervalDays);
        CycleEndsOn = since.AddDays(ClassPolicy.CycleDays);
        Windows = ServiceHours.Of(Terminal, request.Date);
        DueDay = LastOpenDay(days, DueOn);
        CycleEndDay = LastOpenDay(days, CycleEndsOn);
        IsReachable = request.Travel.IsReachable(0, Point) && request.Travel.IsReachable(Point, 0);
    }

    public VisitCandidate Candidate { get; }

    public TerminalFile Terminal => Candidate.Terminal;

    public int Point { get; }

    public int VisitsPerCycle { get; }

    public int IntervalDays { get; }

    public Duration Service { get; }

    /// <summary>The last day that keeps the frequency.</summary>
    public DateOnly DueOn { get; }

    /// <summary>The last day that keeps it from being unvisited in its cycle (未访问客户为零).</summary>
    public DateOnly CycleEndsOn { get; }

    /// <summary>Today's opening periods; empty when closed.</summary>
    public IReadOnlyList<TimeWindow> Windows { get; }

    /// <summary>The number of the last day on which it is open and not overdue; 0 when that is today or past.</summary>
    public int DueDay { get; }

    public int CycleEndDay { get; }

    public bool IsReachable { get; }

    public bool IsOpenToday => Windows.Count > 0;

    public bool IsNew => Candidate.LastVisit is null;

    public VisitPurpose Purpose { get; set; } = VisitPurpose.Cadence;

    /// <summary>What leaving it out today costs, against seconds of the rep's day.</summary>
    public long Prize { get; set; }

    public bool IsOpen(DateOnly date) => ServiceHours.Of(Terminal, date).Count > 0;

    private int LastOpenDay(PlanningDays days, DateOnly date)
    {
        var last = days.UpTo(date);
        var day = last;
        while (day > 0 && !IsOpen(days.Dates[day]))
            day--;
        // Closed on every day up to then: the first day it opens.
        if (day == 0 && !IsOpenToday)
        {
            for (day = last; day < days.Count - 1 && !IsOpen(days.Dates[day]);)
                day++;
        }

        return day;
    }
}
