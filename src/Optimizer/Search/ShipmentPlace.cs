namespace Territory.Optimizer.Search;

/// <summary>Places for the two stops of a shipment on one vehicle: each before an entry of the route as it is, the delivery not before the pickup.</summary>
/// <param name="Pickup">The pickup goes before this entry.</param>
/// <param name="Delivery">The delivery goes before this entry; where both are equal it follows the pickup at once. Not used by a new trip.</param>
/// <param name="PickupWindow">Index into the problem's window arrays.</param>
/// <param name="Trip">Whether the stops join the trip at that place or make a new one there.</param>
internal readonly record struct ShipmentPlace(int Vehicle, int Pickup, int Delivery, int PickupWindow, int DeliveryWindow, TripChoice Trip, long Delta)
{
    public static ShipmentPlace None => new(-1, 0, 0, 0, 0, TripChoice.Join, long.MaxValue);

    public bool Exists => Vehicle >= 0;
}
