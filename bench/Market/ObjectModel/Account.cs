namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>Invoices by the day on which they are due.</summary>
internal sealed class Account(int creditDays)
{
    private readonly Dictionary<int, long> due = [];

    public long Total => due.Values.Sum();

    public void Add(int day, long amount) => due[day + creditDays] = due.GetValueOrDefault(day + creditDays) + amount;

    public long Pay(int day) => due.Remove(day, out var amount) ? amount : 0;
}
