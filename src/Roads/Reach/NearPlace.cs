using Territory.Model.Quantities;

namespace Territory.Roads.Reach;

/// <summary>One of the nearest places by road.</summary>
/// <param name="Index">Its number in the list of places.</param>
/// <param name="TravelTime">As a matrix has it.</param>
/// <param name="Length">As a matrix has it.</param>
public readonly record struct NearPlace(int Index, Duration TravelTime, Distance Length);
