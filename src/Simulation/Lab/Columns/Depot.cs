using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Columns;

/// <summary>A distributor's goods in cases by product: in the depot, on the way there, and waited for by terminals.</summary>
internal sealed class Depot(int products, int leadDays)
{
    private readonly long[] shipments = new long[products * (leadDays + 1)];

    public long[] Cases { get; } = new long[products];

    public long[] OnTheWay { get; } = new long[products];

    /// <summary>Ordered by terminals and not delivered.</summary>
    public long[] Waiting { get; } = new long[products];

    /// <summary>Expected orders a day, in thousandths of a case.</summary>
    public long[] Forecast { get; } = new long[products];

    public long Position(int product) => Cases[product] + OnTheWay[product] - Waiting[product];

    public void Send(int product, int day, long cases)
    {
        shipments[Slot(product, day + leadDays)] += cases;
        OnTheWay[product] += cases;
    }

    /// <summary>Takes in what arrives on a day and returns how much it is.</summary>
    public long Receive(int product, int day)
    {
        var slot = Slot(product, day);
        var cases = shipments[slot];
        shipments[slot] = 0;
        OnTheWay[product] -= cases;
        Cases[product] += cases;
        return cases;
    }

    public void Observe(int product, long casesOrdered) => Forecast[product] = DepotOrder.Forecast(Forecast[product], casesOrdered);

    private int Slot(int product, int day) => (product * (leadDays + 1)) + (day % (leadDays + 1));
}
