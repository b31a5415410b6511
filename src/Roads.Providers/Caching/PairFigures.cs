namespace Territory.Roads.Providers.Caching;

/// <summary>What is known of a pair.</summary>
/// <param name="Seconds">Or <see cref="Model.Travel.TravelMatrix.Unreachable"/>, like <paramref name="Meters"/>.</param>
/// <param name="Label">Place of the source's label in the store's list.</param>
/// <param name="FetchedAt">Seconds since 1970.</param>
internal readonly record struct PairFigures(int Seconds, int Meters, ushort Label, uint FetchedAt);
