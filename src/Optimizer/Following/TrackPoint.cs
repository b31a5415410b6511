using Territory.Model.Calendar;
using Territory.Model.Geography;

namespace Territory.Optimizer.Following;

/// <summary>Where a vehicle said it was at a time of its day (定位点).</summary>
public readonly record struct TrackPoint(TimeOfDay At, GeoPoint Location);
