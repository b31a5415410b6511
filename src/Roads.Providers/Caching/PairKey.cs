using Territory.Model.Travel;

namespace Territory.Roads.Providers.Caching;

internal readonly record struct PairKey(Place From, Place To, TravelMode Mode);
