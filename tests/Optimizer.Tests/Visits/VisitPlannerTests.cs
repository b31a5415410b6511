using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;
using Territory.Optimizer.Visits;

namespace Territory.Optimizer.Tests.Visits;

public sealed class VisitPlannerTests
{
    [Fact]
    public void Plan_OverdueOnOneRoad_VisitsAllInDrivingOrder()
    {
        // Stops at 1 to 5 km along one road: out and back is 10 km whatever their order on the way.
        var plan = Plan(Request(5));

        plan.Visits.Count.ShouldBe(5);
        plan.Distance.Meters.ShouldBe(10_000);
        plan.Postponed.ShouldBeEmpty();
        VisitPlanAudit.Breaches(plan, Request(5)).ShouldBeEmpty();
    }

    [Fact]
    public void Plan_NotYetDue_IsLeftForItsDay()
    {
        var request = Request(2);
        request = request with { Candidates = [request.Candidates[0], request.Candidates[1] with { LastVisit = Town.Monday.AddDays(-3) }] };

        Plan(request).Visits.ShouldHaveSingleItem().Terminal.ShouldBe(new TerminalId("t0"));
    }

    [Fact]
    public void Plan_LastVisitFourWeeksAgo_IsForZeroUnvisited() =>
        Plan(Request(1, lastVisitDaysAgo: 28)).Visits.ShouldHaveSingleItem().Purpose.ShouldBe(VisitPurpose.ZeroUnvisited);

    [Fact]
    public void Plan_LastVisitTwoWeeksAgo_IsForCadence() =>
        Plan(Request(1, lastVisitDaysAgo: 14)).Visits.ShouldHaveSingleItem().Purpose.ShouldBe(VisitPurpose.Cadence);

    [Fact]
    public void Plan_DayOff_IsPostponedToTheNextOpenWorkingDay() =>
        Postponed(terminal => terminal with { DaysOff = Weekdays.Monday | Weekdays.Tuesday })
            .ShouldBe(new PostponedVisit(new TerminalId("t0"), Town.Monday.AddDays(-6), UnservedReason.ClosedThatDay, Town.Monday.AddDays(2)));

    [Fact]
    public void Plan_OpenOnlyBeforeTheShift_IsPostponed() =>
        Postponed(terminal => terminal with { OpeningHours = OpeningHours.Daily(TimeOfDay.At(5), TimeOfDay.At(7)) })
            .Reason.ShouldBe(UnservedReason.WindowCannotBeMet);

    [Fact]
    public void Plan_OpenOnlyAtTheShiftsEnd_IsPostponed() =>
        Postponed(terminal => terminal with { OpeningHours = OpeningHours.Daily(TimeOfDay.At(17, 55), TimeOfDay.At(22)) })
            .Reason.ShouldBe(UnservedReason.ShiftTooShort);

    [Fact]
    public void Plan_NoRoad_IsPostponedAsUnreachable()
    {
        var request = Request(2);
        var seconds = request.Travel.Seconds.ToArray();
        seconds[1] = TravelMatrix.Unreachable;

        var plan = Plan(request with { Travel = new TravelMatrix(3, seconds, request.Travel.Meters.ToArray(), "cut") });

        plan.Postponed.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.Unreachable);
        plan.Visits.ShouldHaveSingleItem();
    }

    [Fact]
    public void Plan_FewerCallsThanDue_KeepsAAndPostponesC()
    {
        var request = Request(4) with { MaxCalls = 2 };
        request = request with
        {
            Candidates = [.. request.Candidates.Select((candidate, i) =>
                candidate with { LastVisit = Town.Monday.AddDays(-28), Terminal = candidate.Terminal with { Class = i < 2 ? TerminalClass.C : TerminalClass.A } })],
        };

        var plan = Plan(request);

        plan.Visits.Select(visit => visit.Terminal.Value).ShouldBe(["t2", "t3"], ignoreOrder: true);
        plan.Postponed.ShouldAllBe(postponed => postponed.Reason == UnservedReason.NoCapacityLeft);
    }

    [Fact]
    public void Plan_MoreThanTheShiftHolds_PostponesTheRestForTime()
    {
        // 40 calls of 18 minutes are 12 hours of a 10-hour shift.
        var plan = Plan(Request(40));

        plan.Postponed.Count.ShouldBe(40 - plan.Visits.Count);
        plan.Postponed.ShouldAllBe(postponed => postponed.Reason == UnservedReason.NoTimeLeft);
        plan.Visits.Count.ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Plan_InactiveTerminal_IsNeitherVisitedNorPostponed()
    {
        var request = Request(1);
        var paused = request.Candidates[0] with { Terminal = request.Candidates[0].Terminal with { Status = TerminalStatus.NonCooperating } };

        var plan = Plan(request with { Candidates = [paused] });

        plan.Visits.ShouldBeEmpty();
        plan.Postponed.ShouldBeEmpty();
        plan.End.ShouldBe(plan.Start);
    }

    [Fact]
    public void Plan_SameRequest_GivesTheSamePlan()
    {
        var (first, second) = (Plan(Request(20)), Plan(Request(20)));

        second.Visits.ShouldBe(first.Visits);
        second.Provenance.ShouldBe(first.Provenance);
    }

    [Fact]
    public void Plan_BadRequest_ListsEveryProblem()
    {
        var request = Request(2);
        request = request with { Candidates = [request.Candidates[0], request.Candidates[0], request.Candidates[1]], MaxCalls = -1 };

        Should.Throw<InvalidInputException>(() => Plan(request)).Problems.Select(problem => problem.Code)
            .ShouldBe(["visit.matrix.size", "visit.calls.negative", "terminal.duplicate"], ignoreOrder: true);
    }

    private static PostponedVisit Postponed(Func<TerminalFile, TerminalFile> change)
    {
        var request = Request(2);
        var plan = Plan(request with { Candidates = [request.Candidates[0] with { Terminal = change(request.Candidates[0].Terminal) }, request.Candidates[1]] });
        plan.Visits.ShouldHaveSingleItem();
        return plan.Postponed.ShouldHaveSingleItem();
    }

    /// <summary>Class B terminals along one road, a kilometre apart, last visited 20 days ago unless told: six days overdue.</summary>
    private static VisitPlanRequest Request(int count, int lastVisitDaysAgo = 20) => new()
    {
        Plan = new PlanId("p1"),
        Version = 1,
        Region = Town.Region,
        Rep = Town.Rep,
        Date = Town.Monday,
        Candidates = [.. Enumerable.Range(0, count).Select(i => new VisitCandidate(Town.Terminal($"t{i}"), Town.Monday.AddDays(-lastVisitDaysAgo), Town.Monday.AddDays(-60)))],
        Travel = Town.Roads([(0, 0), .. Enumerable.Range(1, count).Select(i => (i * 1_000, 0))]),
    };

    private static VisitPlan Plan(VisitPlanRequest request) => new VisitPlanner().Plan(request, new SolveOptions(), CancellationToken.None);
}
