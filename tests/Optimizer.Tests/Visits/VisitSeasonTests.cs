using Territory.Model.Ids;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;
using Territory.Optimizer.Visits;

namespace Territory.Optimizer.Tests.Visits;

/// <summary>One rep's weeks in memory: each working day is planned and then done as planned. The counts asked follow from the frequencies (F4, F2, F1).</summary>
public sealed class VisitSeasonTests
{
    [Fact]
    public void EightWeeks_OneRepWithEnoughTime_EveryOutletGetsItsCountInEachCycle()
    {
        var season = new Season(a: 17, b: 50, c: 100, maxCalls: null);

        season.Run(days: 56);

        for (var cycle = 0; cycle < 2; cycle++)
        {
            season.VisitsIn(cycle, TerminalClass.A).ShouldAllBe(count => count >= 4 && count <= 5);
            season.VisitsIn(cycle, TerminalClass.B).ShouldAllBe(count => count >= 2 && count <= 3);
            season.VisitsIn(cycle, TerminalClass.C).ShouldAllBe(count => count >= 1 && count <= 2);
        }

        // 3,200 / 12 = 268 visits a cycle are due; hardly more are made.
        season.Visits.Count.ShouldBeInRange(2 * 268, (int)(2 * 268 * 1.05));
        season.MostCallsInADay.ShouldBeLessThanOrEqualTo(17);
        season.LongestGapDays().ShouldBeLessThanOrEqualTo(28);
    }

    [Fact]
    public void TwelveWeeks_RhythmOfAnOutlet_KeepsItsGapWithinOneWorkingDay()
    {
        var season = new Season(a: 17, b: 50, c: 100, maxCalls: null);

        season.Run(days: 84);

        foreach (var terminal in season.Terminals)
        {
            var interval = terminal.Class switch { TerminalClass.A => 7, TerminalClass.B => 14, _ => 28 };
            // A gap shorter by one working day may hold a Sunday.
            season.GapsOf(terminal.Id).ShouldAllBe(gap => gap <= interval && gap >= interval - 2);
        }
    }

    [Fact]
    public void EightWeeks_TooFewCallsForAllVisits_NobodyIsUnvisitedAndAGivesUpExtraVisits()
    {
        // 268 visits are due in a cycle of 24 days; 8 calls a day allow 192, which is more than the 167 outlets.
        var season = new Season(a: 17, b: 50, c: 100, maxCalls: 8);

        season.Run(days: 56);

        foreach (var terminalClass in Enum.GetValues<TerminalClass>())
            season.VisitsIn(1, terminalClass).ShouldAllBe(count => count >= 1);
        season.VisitsIn(1, TerminalClass.A).Sum().ShouldBeLessThan(4 * 17);
    }

    [Fact]
    public void EightWeeks_TooFewCallsForOneVisitEach_LeavesOutCBeforeA()
    {
        // 6 calls a day are 144 in a cycle for 167 outlets.
        var season = new Season(a: 17, b: 50, c: 100, maxCalls: 6);

        season.Run(days: 56);

        season.VisitsIn(1, TerminalClass.A).ShouldAllBe(count => count >= 1);
        season.VisitsIn(1, TerminalClass.B).ShouldAllBe(count => count >= 1);
        season.VisitsIn(1, TerminalClass.C).Count(count => count == 0).ShouldBeGreaterThan(0);
    }

    private sealed class Season
    {
        private readonly int? maxCalls;
        private readonly TravelMatrix travel;
        private readonly Dictionary<TerminalId, DateOnly> lastVisit = [];

        public Season(int a, int b, int c, int? maxCalls)
        {
            this.maxCalls = maxCalls;
            Terminals =
            [
                .. Enumerable.Range(0, a + b + c).Select(i =>
                    Town.Terminal($"t{i:000}", i < a ? TerminalClass.A : i < a + b ? TerminalClass.B : TerminalClass.C)),
            ];
            travel = Town.Roads(Town.Scatter(a + b + c, seed: 11, radius: 4_000));
        }

        public TerminalFile[] Terminals { get; }

        public List<(DateOnly Day, TerminalId Terminal)> Visits { get; } = [];

        public int MostCallsInADay { get; private set; }

        public void Run(int days)
        {
            var planner = new VisitPlanner();
            for (var day = Town.Monday; day < Town.Monday.AddDays(days); day = Town.Region.Calendar.NextWorkingDay(day))
            {
                var plan = planner.Plan(Request(day), new SolveOptions { Iterations = 100 }, CancellationToken.None);
                MostCallsInADay = Math.Max(MostCallsInADay, plan.Visits.Count);
                foreach (var visit in plan.Visits)
                {
                    Visits.Add((day, visit.Terminal));
                    lastVisit[visit.Terminal] = day;
                }
            }
        }

        public IEnumerable<int> VisitsIn(int cycle, TerminalClass terminalClass)
        {
            var start = Town.Monday.AddDays(28 * cycle);
            return Terminals.Where(terminal => terminal.Class == terminalClass)
                .Select(terminal => Visits.Count(visit => visit.Terminal == terminal.Id && visit.Day >= start && visit.Day < start.AddDays(28)));
        }

        public IEnumerable<int> GapsOf(TerminalId terminal)
        {
            var days = Visits.Where(visit => visit.Terminal == terminal).Select(visit => visit.Day.DayNumber).ToArray();
            return days.Skip(1).Zip(days, (later, earlier) => later - earlier);
        }

        public int LongestGapDays() => Terminals.SelectMany(terminal => GapsOf(terminal.Id)).Max();

        private VisitPlanRequest Request(DateOnly day) => new()
        {
            Plan = new PlanId($"p{day.DayNumber}"),
            Version = 1,
            Region = Town.Region,
            Rep = Town.Rep,
            Date = day,
            Candidates = [.. Terminals.Select(terminal => new VisitCandidate(
                terminal, lastVisit.TryGetValue(terminal.Id, out var last) ? last : null, Town.Monday))],
            Travel = travel,
            MaxCalls = maxCalls,
        };
    }
}
