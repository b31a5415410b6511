using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Where a navigation app is to lead.</summary>
/// <param name="Location">WGS-84, as everything inside Territory; each link converts to what its app takes.</param>
internal sealed record NavigationStop(string Name, GeoPoint Location);
