namespace Territory.Roads.Guidance;

/// <summary>What a stretch of a route is to whoever is told the way.</summary>
internal enum StretchKind
{
    Road,
    Link,
    Roundabout,
    Ferry,
}
