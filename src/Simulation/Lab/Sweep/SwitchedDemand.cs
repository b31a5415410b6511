using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Sends the shoppers who look for another store to the terminals of their cell that list the product, one each in turn from a drawn one on.</summary>
/// <remarks>They come tomorrow. Where no terminal of the cell lists the product they are lost to a rival. Complexity: cells x products + terminals of cells concerned.</remarks>
internal sealed class SwitchedDemand(RegionState state)
{
    private readonly List<int> stores = [];

    public void Run(int day, SweepTally tally)
    {
        var products = state.Products.Count;
        for (var index = state.Switched.AsSpan().IndexOfAnyExcept(0); index >= 0;)
        {
            Send(day, index / products, index % products, state.Switched[index], tally);
            state.Switched[index] = 0;
            var more = state.Switched.AsSpan(index + 1).IndexOfAnyExcept(0);
            index = more < 0 ? -1 : index + 1 + more;
        }
    }

    private void Send(int day, int cell, int product, int units, SweepTally tally)
    {
        var first = state.Layout.FirstOfCell[cell];
        stores.Clear();
        for (var terminal = first; terminal < state.Layout.FirstOfCell[cell + 1]; terminal++)
        {
            if (state.Columns.Rate[terminal] > 0 && state.Lists(terminal, product))
                stores.Add(terminal);
        }

        if (stores.Count == 0)
        {
            tally.Lost[product] += units;
            tally.ToRivals += units;
            return;
        }

        var calendarDay = state.Setup.FirstDay.DayNumber + day;
        var start = (int)(state.Draws.Uniform(DrawPurpose.LabSwitch, state.Layout.Keys[first], calendarDay, product) * stores.Count);
        for (var unit = 0; unit < units; unit++)
            state.Columns.Carry((product * state.Columns.Terminals) + stores[(start + unit) % stores.Count]);
    }
}
