namespace Territory.Simulation.Lab.Setup;

/// <summary>Is told of every drop of a run, as the delivery notes of a real market tell of it. A region's drops come in their order; regions may run beside each other.</summary>
public interface ILabDeliveries
{
    /// <param name="region">The place of the region in the setup.</param>
    /// <param name="row">The terminal's row in the region's census.</param>
    /// <param name="day">Day of the run, from 0.</param>
    /// <param name="cases">Of all products together.</param>
    void Delivered(int region, int row, int day, int cases);
}
