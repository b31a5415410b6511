using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.KnownAnswers.Demand;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>The rows about demand, adoption and effort.</summary>
internal static class MarketModelAnswers
{
    private const int Agents = 50_000;
    private const int ManyAgents = 1_000_000;
    private const int StepsPerYear = 1_000;
    private const double StepYears = 1.0 / StepsPerYear;
    private const int Steps = 10 * StepsPerYear;
    private const double AgentTolerance = 0.01;

    private static readonly (int Year, double Adopted)[] BassPath = [(1, 0.0358), (2, 0.0851), (3, 0.1505), (4, 0.2332), (5, 0.3312), (10, 0.8128)];

    public static AnswerSheet Bass(long seed)
    {
        var curve = new BassCurve(0.03, 0.38);
        var sheet = new AnswerSheet("V10", "Bass 1969, closed form, recomputed by hand")
            .Add("p 0.03, q 0.38: t*", 6.1926, curve.PeakTime, 5e-5)
            .Add("p 0.03, q 0.38: F(t*)", 0.4605, curve.AdoptedBy(curve.PeakTime), 5e-5);
        foreach (var (year, adopted) in BassPath)
            sheet.Add($"p 0.03, q 0.38: F({year})", adopted, curve.AdoptedBy(year), 5e-5);
        var pools = BassAgents.RunMany(curve, Agents, StepYears, Steps, seed);
        foreach (var (year, adopted) in BassPath)
            sheet.Simulated($"pools of {Agents} agents in steps of 0.001 year: F({year}), simulated", adopted, pools[year * StepsPerYear], AgentTolerance);
        var path = BassAgents.Run(curve, ManyAgents, StepYears, Steps, seed);
        var gap = path.Select((adopted, step) => Math.Abs(adopted - curve.AdoptedBy(step * StepYears))).Max();
        return sheet.Add($"one pool of {ManyAgents} agents: largest gap to F in ten years", 0, gap, AgentTolerance);
    }

    public static AnswerSheet EffortSplit()
    {
        var split = Effort.EffortSplit.Of([10, 8, 4], 0.34, 100);
        return new AnswerSheet("V14", "x proportional to a^(1 / (1 - beta)), by hand")
            .Add("a (10, 8, 4), beta 0.34, X 100: first", 50.95, split[0], 0.1)
            .Add("a (10, 8, 4), beta 0.34, X 100: second", 36.34, split[1], 0.1)
            .Add("a (10, 8, 4), beta 0.34, X 100: third", 12.71, split[2], 0.1);
    }

    public static AnswerSheet Huff()
    {
        var point = ReillyBreakingPoint.FromFirst(100_000, 50_000, 10);
        return new AnswerSheet("V15", "Huff 1963 by hand, 1250 / 4250; Reilly 1931, Converse 1949, 10 / (1 + sqrt 1/2)")
            .Add("sizes 5000 and 3000 at 2 and 1 km, lambda 2: first", 1250.0 / 4250, Demand.Huff.Shares([(5000, 2), (3000, 1)], 1, 2)[0], 1e-6)
            .Add("100k and 50k towns 10 km apart: breaking point from the larger", 10 / (1 + Math.Sqrt(0.5)), point, 1e-6)
            .Add("Huff's share there, alpha 1, lambda 2", 0.5, Demand.Huff.Shares([(100_000, point), (50_000, 10 - point)], 1, 2)[0], 1e-6);
    }

    public static AnswerSheet Availability(long seed) => new AnswerSheet("V16", "derived in the project's list: 0.276 / 0.96")
        .Add("a 0.6, b 0.9, preference 0.4", 0.2875, AvailabilityShare.OfFirst(0.6, 0.9, 0.4), 1e-12)
        .Simulated("a 0.6, b 0.9, preference 0.4, simulated", 0.2875, AvailabilityRun.ShareOfFirst(0.6, 0.9, 0.4, seed));
}
