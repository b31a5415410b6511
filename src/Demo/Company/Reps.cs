using System.Globalization;
using NetTopologySuite.Geometries;
using Territory.Demo.Geography;
using Territory.Demo.Names;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Reps;
using Territory.Model.Travel;

namespace Territory.Demo.Company;

/// <summary>Reps with their responsibility areas.</summary>
internal static class Reps
{
    private static readonly GeometryFactory Geometry = new(new PrecisionModel(), 4326);

    public static RepFile Of(int number, DistributorFile distributor, Area area, GeoPoint origin, TravelMode mode, Dice dice, string prefix) => new()
    {
        Id = new RepId(string.Create(CultureInfo.InvariantCulture, $"{prefix}{number + 1:00}")),
        Region = distributor.Region,
        Distributor = distributor.Id,
        Name = PersonNames.Full(dice, "rep", number),
        Phone = PersonNames.Phone(dice, "rep", number),
        Start = distributor.Depot,
        Shift = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(18)),
        TravelMode = mode,
        Area = Outline(area, origin),
    };

    private static Polygon Outline(Area area, GeoPoint origin)
    {
        PlanePoint[] corners = [new(area.West, area.South), new(area.East, area.South), new(area.East, area.North), new(area.West, area.North), new(area.West, area.South)];
        return Geometry.CreatePolygon([.. corners.Select(corner => corner.ToGeo(origin)).Select(point => new Coordinate(point.Longitude, point.Latitude))]);
    }
}
