namespace Territory.Optimizer.Search;

/// <summary>A set of vehicle numbers in the order they were first added, reused from iteration to iteration.</summary>
internal sealed class VehicleSet(int vehicleCount)
{
    private readonly int[] items = new int[vehicleCount];
    private readonly bool[] contains = new bool[vehicleCount];
    private int count;

    public ReadOnlySpan<int> Items => items.AsSpan(0, count);

    public bool Contains(int vehicle) => contains[vehicle];

    public void Add(int vehicle)
    {
        if (contains[vehicle])
            return;
        contains[vehicle] = true;
        items[count++] = vehicle;
    }

    public void AddRange(ReadOnlySpan<int> vehicles)
    {
        foreach (var vehicle in vehicles)
            Add(vehicle);
    }

    public void Clear()
    {
        foreach (var vehicle in Items)
            contains[vehicle] = false;
        count = 0;
    }
}
