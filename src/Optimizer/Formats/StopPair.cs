namespace Territory.Optimizer.Formats;

/// <summary>Two stops of an instance of which one vehicle visits the pickup and later the delivery. The pickup's demand comes on board there and leaves at the delivery.</summary>
public readonly record struct StopPair(int Pickup, int Delivery);
