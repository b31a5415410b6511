namespace Territory.Optimizer.Evaluation;

/// <summary>Why a stop is on no route.</summary>
/// <param name="Client">Number of the client; of a shipment its pickup.</param>
/// <param name="ByVehicle">For each used vehicle, and one unused vehicle of each type, what keeps it from serving the stop.</param>
/// <param name="Cheapest">Of these the one with the least <see cref="Relaxation"/>; null where there is no vehicle.</param>
public sealed record UnservedExplanation(int Client, IReadOnlyList<Obstacle> ByVehicle, Obstacle? Cheapest);
