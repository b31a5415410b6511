using Territory.Model.Quantities;

namespace Territory.Model.Vehicles;

/// <summary>What fits in a vehicle; a load must keep to all three.</summary>
public readonly record struct VehicleCapacity(Cases Cases, Mass Mass, Volume Volume)
{
    public bool Holds(VehicleCapacity load) => load.Cases <= Cases && load.Mass <= Mass && load.Volume <= Volume;
}
