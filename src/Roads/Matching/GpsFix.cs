using Territory.Model.Geography;

namespace Territory.Roads.Matching;

/// <summary>Where a vehicle's receiver believed to be at a moment (定位点).</summary>
/// <param name="Location">WGS-84.</param>
/// <param name="AccuracyMeters">The radius around the location in which the vehicle was with a probability of 68 %, as phones report it; null when unknown.</param>
public readonly record struct GpsFix(GeoPoint Location, DateTimeOffset Time, double? AccuracyMeters = null);
