using Territory.Model.Quantities;

namespace Territory.Simulation.Batch;

/// <summary>What each outlet was invoiced and has paid (应收账款). Rows are the setup's terminals.</summary>
internal sealed class Accounts(int terminals)
{
    private readonly DateOnly?[] oldestUnpaid = new DateOnly?[terminals];

    public Money[] Invoiced { get; } = new Money[terminals];

    public Money[] Paid { get; } = new Money[terminals];

    public Money OutstandingOf(int terminal) => Invoiced[terminal] - Paid[terminal];

    public DateOnly? OldestUnpaidOn(int terminal) => oldestUnpaid[terminal];

    public void Invoice(int terminal, Money amount, DateOnly date)
    {
        if (amount == Money.Zero)
            return;
        Invoiced[terminal] += amount;
        oldestUnpaid[terminal] ??= date;
    }

    public void Pay(int terminal, Money amount)
    {
        Paid[terminal] += amount;
        if (OutstandingOf(terminal) == Money.Zero)
            oldestUnpaid[terminal] = null;
    }
}
