using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Columns;

/// <summary>What one side owes the other, by the day on which it is due, in minor units.</summary>
internal sealed class Debt(int creditDays)
{
    private readonly long[] due = new long[creditDays + 1];

    public long Total { get; private set; }

    public void Add(int day, long minorUnits)
    {
        due[PaymentTerm.DueDay(day, creditDays) % due.Length] += minorUnits;
        Total += minorUnits;
    }

    /// <summary>Pays what is due on a day; after that day's <see cref="Add"/>.</summary>
    public long Pay(int day)
    {
        var slot = day % due.Length;
        var paid = due[slot];
        due[slot] = 0;
        Total -= paid;
        return paid;
    }
}
