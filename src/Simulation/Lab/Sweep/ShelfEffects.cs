using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>What display, rivals' pressure and the terminal's own price make of a block's mean sales. Regions without these rules have none.</summary>
internal sealed class ShelfEffects
{
    private readonly RegionLayout layout;
    private readonly RegionColumns columns;
    private readonly LabRules rules;
    private readonly double ownPull;
    private readonly RivalPressure? pressure;
    private readonly float kept;
    private readonly bool changesShares;

    private ShelfEffects(RegionState state)
    {
        layout = state.Layout;
        columns = state.Columns;
        rules = state.Setup.Rules;
        ownPull = state.Region.Rivals.OwnPull;
        pressure = state.Pressure;
        kept = DisplayRule.Kept(rules.Display.HalfLifeDays);
        changesShares = pressure is not null || columns.Display.Length > 0;
    }

    public static ShelfEffects? Of(RegionState state)
    {
        var effects = new ShelfEffects(state);
        return effects.changesShares || effects.columns.UsualPrice.Length > 0 ? effects : null;
    }

    /// <param name="day">Of the run.</param>
    public void Apply(int day, int from, int to, Span<double> means, SweepTally tally)
    {
        if (changesShares)
            Share(from, to, means, tally);
        if (columns.UsualPrice.Length == 0)
            return;
        for (var terminal = from; terminal < to; terminal++)
        {
            means[terminal - from] *= ShelfPriceRule.IsKept(day, columns.LastCall[terminal], rules.ShelfPrices.KeepDays)
                ? columns.KeptPriceFactor[terminal]
                : columns.UsualPriceFactor[terminal];
        }
    }

    private void Share(int from, int to, Span<double> means, SweepTally tally)
    {
        var displays = columns.Display.Length > 0;
        for (var terminal = from; terminal < to; terminal++)
        {
            var display = displays ? columns.Display[terminal] : 0;
            if (displays)
                columns.Display[terminal] = DisplayRule.AfterDay(display, kept);
            if (means[terminal - from] == 0)
                continue;
            var brands = layout.RivalBrandsOf(terminal);
            var rivalPull = pressure is null ? brands : brands * (1 + pressure.Levels[layout.Cells[terminal]]);
            var usual = ShelfShare.Of(ownPull, brands);
            var share = ShelfShare.Of(ownPull * DisplayRule.Pull(display, rules.Display.PullGain), rivalPull);
            means[terminal - from] *= share / usual;
            tally.ShareGained += (long)(layout.WeightOf(terminal) * (share - usual));
        }
    }
}
