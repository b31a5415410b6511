using System.Globalization;
using Territory.Model.Terminals;
using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Bass's agents in the lab: regions of one cell of equal terminals, each called on every day of a year of <see cref="DaysPerYear"/>.</summary>
/// <remarks>
/// With p and q over the days of the year as hazards of a call, no hazard of coverage and no skill, a day of the lab is a step of 1/105 year. A single pool of
/// 50,000 strays from its limit by an estimated 0.004 (one standard deviation) at the steepest, as early luck is imitated: hence more than one.
/// </remarks>
internal static class LabPools
{
    /// <summary>Fifteen weeks, as the lab counts who has adopted at the end of a week.</summary>
    public const int DaysPerYear = 105;

    private const int DaysPerWeek = 7;

    /// <summary>The mean over the pools of the share that has adopted at the end of each year.</summary>
    public static double[] AdoptedByYear(BassCurve curve, int pools, int terminals, int years, long seed)
    {
        var setup = LabMarket.Of(years * DaysPerYear, [.. Enumerable.Range(0, pools).Select(pool => Pool(pool, terminals))]);
        setup = setup with
        {
            // Listed to the best only, whom there are none of: adoption is all that happens.
            Products = [LabMarket.Product with { ListedTo = TerminalClass.A }],
            Rules = new LabRules { Adoption = new LabAdoption(curve.Innovation / DaysPerYear, curve.Imitation / DaysPerYear, 0) },
        };
        var regions = LabSimulator.Run(setup, new LabRunOptions((ulong)seed)).Regions;
        return [.. Enumerable.Range(1, years).Select(year => regions.Average(region => region.Weeks[(year * DaysPerYear / DaysPerWeek) - 1].Adopted / (double)terminals))];
    }

    private static LabRegion Pool(int pool, int terminals) => LabMarket.OneCell(pool.ToString(CultureInfo.InvariantCulture), terminals, 0) with
    {
        FieldForce = new LabFieldForce
        {
            Staffing = [new LabStaffing(LabMarket.FirstDay, 1)],
            DaysBetweenCalls = [0, 0, 1],
            WorkingDays = LabMarket.EveryDay,
            LargestSkill = 1,
        },
        // One rep reaches them all.
        FieldCosts = new LabFieldCosts { CallMinutes = 1e-3, CallFixedMinutes = 0, CallMinutesPerRoot = 0 },
        Fleet = new LabFleet { Vehicles = 0 },
    };
}
