using Territory.Demo.Geography;

namespace Territory.Demo.Company;

/// <summary>An outlet as the split of areas sees it: its number, place, and visits in a cycle of four weeks.</summary>
internal readonly record struct Spot(int Number, PlanePoint At, int Workload);
