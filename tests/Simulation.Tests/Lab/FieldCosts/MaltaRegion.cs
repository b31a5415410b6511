using System.Globalization;

using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Osm;
using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

/// <summary>Real outlets on real roads, from the extract beside the checkout; tests that need it skip where it is absent.</summary>
internal static class MaltaRegion
{
    /// <summary>Every fifth outlet of the main island, from a start in Birkirkara, by van.</summary>
    public static (FieldPlaces Places, TravelMatrix Travel) Load(CancellationToken cancellationToken)
    {
        var folder = Folder();
        var start = new GeoPoint(14.466, 35.889);
        var outlets = File.ReadLines(Path.Combine(folder, "malta-outlets.csv"))
            .Skip(1)
            .Select(Location)
            .OfType<GeoPoint>()
            .Where((outlet, row) => outlet.Latitude < 36 && row % 5 == 0)
            .ToArray();
        var builder = new TravelMatrixBuilder(OsmImporter.Import(Path.Combine(folder, "malta-2018.osm.pbf"), null, cancellationToken).Roads, 2);
        var travel = builder.Compute([start, .. outlets], TravelMode.Van, cancellationToken);
        GeoPoint[] reachable = [.. outlets.Where((_, row) => travel.IsReachable(0, row + 1) && travel.IsReachable(row + 1, 0))];
        reachable.Length.ShouldBeGreaterThan(outlets.Length * 9 / 10);
        return (FieldPlaces.Of(start, reachable), builder.Compute([start, .. reachable], TravelMode.Van, cancellationToken));
    }

    /// <summary>Longitude and latitude are the two neighbouring columns that are numbers of Malta; names before them may hold commas.</summary>
    private static GeoPoint? Location(string line)
    {
        var fields = line.Split(',');
        for (var column = 5; column + 1 < fields.Length; column++)
        {
            if (double.TryParse(fields[column], CultureInfo.InvariantCulture, out var longitude) && longitude is > 14 and < 15
                && double.TryParse(fields[column + 1], CultureInfo.InvariantCulture, out var latitude) && latitude is > 35 and < 37)
                return new GeoPoint(longitude, latitude);
        }

        return null;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        var shared = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data", "roads") : "";
        Assert.SkipUnless(
            File.Exists(Path.Combine(shared, "malta-2018.osm.pbf")), "The real extract ../shared/data/roads/malta-2018.osm.pbf is not there; this test needs it.");
        return shared;
    }
}
