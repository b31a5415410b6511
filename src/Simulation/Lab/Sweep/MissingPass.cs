using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The third pass over a block: the units asked for in vain, one after another.</summary>
/// <remarks>Within a terminal the products come in order; between terminals the order changes nothing, as only counts of the cell are shared.</remarks>
internal sealed class MissingPass(RegionLayout layout, RegionColumns columns, ProductTable products, OutOfStockRule rule, int[] switched)
{
    public void Run(SalesDay day, BlockScratch scratch)
    {
        foreach (var (terminal, product, units) in scratch.Missing)
            Respond(day, terminal, product, units, scratch.Tally);
    }

    private void Respond(SalesDay day, int terminal, int product, int units, SweepTally tally)
    {
        Span<ShopperChoice> choices = stackalloc ShopperChoice[Math.Min(units, OutOfStockRule.MostDraws)];
        PhiloxBlock words = default;
        var draw = Draw.At((long)day.Draws.Seed, DrawPurpose.LabOutOfStock, new EntityKey(layout.Keys[terminal]), new(day.Day), product);
        for (var unit = 0; unit < choices.Length; unit++)
        {
            if ((unit & 3) == 0)
                words = draw.NextBlock();
            var bits = (unit & 3) switch { 0 => words.X0, 1 => words.X1, 2 => words.X2, _ => words.X3 };
            choices[unit] = rule.Choose(DemandLaw.Uniform(bits ^ day.Draws.Flip));
        }

        for (var unit = 0; unit < units; unit++)
            Respond(choices[unit % choices.Length], terminal, product, tally);
    }

    private void Respond(ShopperChoice choice, int terminal, int product, SweepTally tally)
    {
        switch (choice)
        {
            case ShopperChoice.OtherStore:
                switched[(layout.Cells[terminal] * products.Count) + product]++;
                break;
            case ShopperChoice.Delay:
                columns.Carry((product * columns.Terminals) + terminal);
                break;
            case ShopperChoice.SameBrand when TakeAnother(terminal, product, tally):
                break;
            case ShopperChoice.None:
                tally.Lost[product]++;
                break;
            default:
                tally.Lost[product]++;
                if (layout.RivalBrandsOf(terminal) > 0)
                    tally.ToRivals++;
                break;
        }
    }

    /// <summary>Sells a unit of the next product in turn that is on the shelf.</summary>
    private bool TakeAnother(int terminal, int product, SweepTally tally)
    {
        for (var step = 1; step < products.Count; step++)
        {
            var other = (product + step) % products.Count;
            var cell = (other * columns.Terminals) + terminal;
            if (columns.Stock[cell] == 0)
                continue;
            columns.Stock[cell]--;
            columns.SoldSinceCall[cell]++;
            tally.Sold[other]++;
            return true;
        }

        return false;
    }
}
