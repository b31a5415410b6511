using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Sends the shoppers who look for another store round their cell from a drawn terminal on, one to each that lists the product.</summary>
/// <remarks>They come tomorrow. Where no terminal of the cell lists the product they are lost to a rival. Complexity: cells x products + steps.</remarks>
internal sealed class SwitchedDemand(RegionState state)
{
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
        var count = state.Layout.FirstOfCell[cell + 1] - first;
        var calendarDay = state.Setup.FirstDay.DayNumber + day;
        var place = (int)(state.Draws.Uniform(DrawPurpose.LabSwitch, state.Layout.Keys[first], calendarDay, product) * count);
        for (var passed = 0; units > 0 && passed < count; passed++)
        {
            var terminal = first + place;
            if (state.Columns.Rate[terminal] > 0 && state.Lists(terminal, product))
            {
                state.Columns.Carry(state.Columns.ShelfOf(terminal, product));
                units--;
                passed = -1;
            }

            place = place + 1 == count ? 0 : place + 1;
        }

        tally.Lost[product] += units;
        tally.ToRivals += units;
    }
}
