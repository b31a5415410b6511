namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>What a day on the road takes.</summary>
/// <param name="DriveMinutes">On the road, without visits, unloading and waiting.</param>
/// <param name="Trips">Departures from the start or depot.</param>
public readonly record struct FieldDay(double DriveMinutes, double Kilometers, int Trips);
