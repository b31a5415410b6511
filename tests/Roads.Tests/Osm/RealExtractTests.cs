using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

public sealed class RealExtractTests(MaltaExtract malta, ITestOutputHelper output)
{
    [Fact]
    public void Import_EveryExtract_GivesAConnectedNetwork()
    {
        var files = Directory.GetFiles(SharedData.Folder(), "*.osm.pbf");
        files.Length.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var file in files)
        {
            var extract = file.EndsWith("malta-2018.osm.pbf", StringComparison.Ordinal) ? malta.Extract : OsmImporter.Import(file);
            output.WriteLine($"{Path.GetFileName(file)}: {extract.Roads.SegmentCount} segments, {extract.Counts.DrivableWays} drivable ways, {extract.Outlets.Count} outlets, "
                + $"{extract.Counts.RestrictionsKept} of {extract.Counts.Restrictions} restrictions; skipped {string.Join(", ", extract.Counts.Skipped)}");
            foreach (var mode in Enum.GetValues<TravelMode>())
            {
                var sizes = extract.Roads.ComponentSizes(mode);
                extract.Roads.ArcCount(mode).ShouldBe(sizes[0]);
                sizes[0].ShouldBeGreaterThan(sizes.Skip(1).Sum(), $"{file} {mode}");
            }
        }
    }

    /// <summary>The counts are those that the data folder's README states, made by other programs.</summary>
    [Theory]
    [InlineData("malta-2018.osm.pbf", 239)]
    [InlineData("monaco.osm.pbf", 27)]
    [InlineData("beijing-haidian.osm.pbf", 5)]
    public void Import_TurnRestrictions_AreThoseOfTheFile(string file, int expected)
    {
        var counts = (file.StartsWith("malta", StringComparison.Ordinal) ? malta.Extract : OsmImporter.Import(SharedData.Roads(file))).Counts;

        counts.Restrictions.ShouldBe(expected);
        counts.RestrictionsKept.ShouldBeGreaterThan(expected * 9 / 10);
    }

    /// <summary>The lists of outlets beside the extracts were made by another program; ours may hold further kinds (nightclubs, ice cream) but must hold all of theirs.</summary>
    [Theory]
    [InlineData("malta-2018.osm.pbf", "malta-outlets.csv")]
    [InlineData("beijing-haidian.osm.pbf", "beijing-haidian-outlets.csv")]
    public void Import_Outlets_AreThoseOfTheIndependentList(string extractFile, string listFile)
    {
        var outlets = (extractFile.StartsWith("malta", StringComparison.Ordinal) ? malta.Extract : OsmImporter.Import(SharedData.Roads(extractFile)))
            .Outlets.ToDictionary(outlet => outlet.Id);
        var rows = File.ReadLines(SharedData.Roads(listFile)).Skip(1).ToArray();
        var listed = 0;
        foreach (var row in rows)
        {
            // Names may hold commas and quotes; id and coordinates are found around them.
            var fields = row.Split(',');
            var lon = Array.FindLastIndex(fields, field => field.Contains('.') && double.TryParse(field, CultureInfo.InvariantCulture, out var value) && value is > 14 and < 15 or > 116 and < 117);
            lon.ShouldBeGreaterThan(0, row);
            var outlet = outlets[fields[0]];
            var point = new GeoPoint(double.Parse(fields[lon], CultureInfo.InvariantCulture), double.Parse(fields[lon + 1], CultureInfo.InvariantCulture));
            outlet.Location.MetersTo(point).ShouldBeLessThan(outlet.Id.StartsWith("node", StringComparison.Ordinal) ? 0.1 : 40, row);
            outlet.Tag.ShouldBe(fields[lon - 1], row);
            listed++;
        }

        listed.ShouldBeGreaterThan(100);
        var others = outlets.Values.ExceptBy(rows.Select(row => row.Split(',')[0]), outlet => outlet.Id).Select(outlet => outlet.Tag).Distinct().ToArray();
        output.WriteLine($"{outlets.Count} outlets, {listed} listed; others: {string.Join(", ", others)}");
        others.ShouldBeSubsetOf(["amenity=nightclub", "amenity=ice_cream", "amenity=food_court", "amenity=biergarten"]);
    }

    [Fact]
    public void Import_OpeningHoursOfMalta_AreMostlyRead()
    {
        var outlets = malta.Extract.Outlets.Where(outlet => outlet.OpeningHoursText is not null).ToArray();
        var unread = outlets.Where(outlet => outlet.OpeningHours.IsUnknown).Select(outlet => outlet.OpeningHoursText!).ToArray();
        output.WriteLine(string.Join(" | ", unread));

        unread.Length.ShouldBeLessThan(outlets.Length / 10);
        malta.Extract.Counts.Skipped["opening_hours.unread"].ShouldBe(unread.Length);
    }

    /// <summary>Malta has two main islands, joined for vehicles by the ferry from Cirkewwa to Mgarr alone.</summary>
    [Fact]
    public void Import_Malta_JoinsItsIslandsByFerry()
    {
        var route = new Roads.Routes.RouteFinder(malta.Extract.Roads).FindRoute(new GeoPoint(14.5146, 35.8989), new GeoPoint(14.2398, 36.0443), TravelMode.Van);

        route.ShouldNotBeNull();
        route.Length.Kilometers.ShouldBeInRange(30, 45);
        route.Polyline.Count.ShouldBeGreaterThan(100);
    }
}
