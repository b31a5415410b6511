namespace Territory.Optimizer.Routing;

/// <summary>Goods taken from one stop to another by one vehicle on one trip, the pickup before the delivery. Both stops are served or neither is.</summary>
/// <param name="Pickup">Number of the client where the goods are taken on board; it has no demand or pickup of its own.</param>
/// <param name="Delivery">Number of the client where they leave it; likewise.</param>
/// <param name="Amount">On board from the one to the other.</param>
public sealed record Shipment(int Pickup, int Delivery, Load Amount);
