using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The third pass over a block: the units asked for in vain, one after another.</summary>
/// <remarks>Within a terminal the products come in order; between terminals the order changes nothing, as only counts of the cell are shared.</remarks>
internal sealed class MissingPass(RegionState state)
{
    private const int Lanes = 8;
    private const int WordsPerBlock = 4;

    private readonly RegionLayout layout = state.Layout;
    private readonly RegionColumns columns = state.Columns;
    private readonly ProductTable products = state.Products;
    private readonly OutOfStockRule rule = new(state.Setup.Rules.OutOfStock);
    private readonly PriceTill? till = PriceTill.Of(state);

    public void Run(SalesDay day, BlockScratch scratch)
    {
        var missing = CollectionsMarshal.AsSpan(scratch.Missing);
        Span<uint> words = stackalloc uint[Lanes * WordsPerBlock];
        for (var from = 0; from < missing.Length; from += Lanes)
        {
            var some = missing[from..Math.Min(from + Lanes, missing.Length)];
            Draw(day, some, MemoryMarshal.Cast<uint, ulong>(words));
            for (var lane = 0; lane < some.Length; lane++)
            {
                var (shelf, units) = some[lane];
                var (terminal, product) = Math.DivRem(shelf, products.Count);
                var pair = lane * 2;
                if (units > WordsPerBlock)
                    RespondMany(day, terminal, product, units, scratch.Tally);
                else
                    Respond(day, terminal, product, [words[pair], words[pair + 1], words[pair + (2 * Lanes)], words[pair + (2 * Lanes) + 1]], units, scratch.Tally);
            }
        }
    }

    /// <summary>Draws a block of words for each of up to eight: the first two words of each come first, then the other two.</summary>
    private void Draw(SalesDay day, ReadOnlySpan<MissingUnits> some, Span<ulong> words)
    {
        Span<ulong> keys = stackalloc ulong[Lanes];
        Span<ulong> counters = stackalloc ulong[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
        {
            var (terminal, product) = Math.DivRem(some[Math.Min(lane, some.Length - 1)].Shelf, products.Count);
            keys[lane] = layout.Keys[terminal];
            counters[lane] = LabDraws.Counter0(product);
        }

        var block = PhiloxLanes.Block(
            day.Draws.Seed, Vector512.Create<ulong>(counters), Vector512.Create((ulong)LabDraws.Counter1(DrawPurpose.LabOutOfStock, day.Day)),
            Vector512.Create<ulong>(keys));
        var flip = Vector512.Create(day.Draws.Flip).AsUInt64();
        (block.First ^ flip).CopyTo(words);
        (block.Second ^ flip).CopyTo(words[Lanes..]);
    }

    private void Respond(SalesDay day, int terminal, int product, ReadOnlySpan<uint> words, int units, SweepTally tally)
    {
        for (var unit = 0; unit < units; unit++)
            Respond(day, rule.Choose(DemandLaw.Uniform(words[unit])), terminal, product, tally);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RespondMany(SalesDay day, int terminal, int product, int units, SweepTally tally)
    {
        Span<uint> words = stackalloc uint[OutOfStockRule.MostDraws];
        var draw = Randomness.Draw.At((long)day.Draws.Seed, DrawPurpose.LabOutOfStock, new EntityKey(layout.Keys[terminal]), new(day.Day), product);
        for (var unit = 0; unit < Math.Min(units, words.Length); unit += WordsPerBlock)
        {
            var block = draw.NextBlock();
            (words[unit], words[unit + 1], words[unit + 2], words[unit + 3]) =
                (block.X0 ^ day.Draws.Flip, block.X1 ^ day.Draws.Flip, block.X2 ^ day.Draws.Flip, block.X3 ^ day.Draws.Flip);
        }

        // The rest follows the drawn units' pattern over again.
        for (; units > 0; units -= words.Length)
            Respond(day, terminal, product, words, Math.Min(units, words.Length), tally);
    }

    private void Respond(SalesDay day, ShopperChoice choice, int terminal, int product, SweepTally tally)
    {
        switch (choice)
        {
            case ShopperChoice.OtherStore:
                state.Switched[(layout.Cells[terminal] * products.Count) + product]++;
                break;
            case ShopperChoice.Delay:
                columns.Carry(columns.ShelfOf(terminal, product));
                break;
            case ShopperChoice.SameBrand when TakeAnother(day, terminal, product, tally):
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
    private bool TakeAnother(SalesDay day, int terminal, int product, SweepTally tally)
    {
        for (var step = 1; step < products.Count; step++)
        {
            var other = (product + step) % products.Count;
            var cell = columns.ShelfOf(terminal, other);
            if (columns.Stock[cell] == 0)
                continue;
            columns.Stock[cell]--;
            columns.SoldSinceCall[cell]++;
            tally.Sold[other]++;
            till?.Add(day.RunDay, terminal, products.RetailPerUnit[other], tally);
            return true;
        }

        return false;
    }
}
