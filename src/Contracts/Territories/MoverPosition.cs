namespace Territory.Contracts.Territories;

/// <summary>Where someone who moves is now. Last value wins; never journaled and never promised.</summary>
/// <param name="Id">The rep's or vehicle's id.</param>
/// <param name="HeadingDegrees">Clockwise from north.</param>
[GenerateSerializer, Immutable, Alias("territory.MoverPosition")]
public readonly record struct MoverPosition(
    [property: Id(0)] MoverKind Kind,
    [property: Id(1)] string Id,
    [property: Id(2)] double Longitude,
    [property: Id(3)] double Latitude,
    [property: Id(4)] float HeadingDegrees,
    [property: Id(5)] MoverActivity Activity);
