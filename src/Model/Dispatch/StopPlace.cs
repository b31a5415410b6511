namespace Territory.Model.Dispatch;

/// <summary>A place on a vehicle's day, counted from 0 with the stops that are moved already taken out.</summary>
/// <param name="Trip">The number of trips for a new one at the end.</param>
public readonly record struct StopPlace(int Trip, int Index);
