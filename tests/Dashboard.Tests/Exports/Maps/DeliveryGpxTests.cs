using System.Globalization;
using System.Xml.Linq;
using Territory.Dashboard.Exports.Maps;

namespace Territory.Dashboard.Tests.Exports.Maps;

/// <summary>The file read back as XML; the order of elements is that of the GPX 1.1 schema.</summary>
public sealed class DeliveryGpxTests
{
    private static readonly XNamespace Gpx = "http://www.topografix.com/GPX/1/1";

    [Fact]
    public void Gpx_OfAPlan_IsARouteATripFromTheDepotAndBack()
    {
        var root = XDocument.Parse(DeliveryGpx.Of(DeliverySample.Of([3, 2], [4]))).Root!;

        root.Name.ShouldBe(Gpx + "gpx");
        (root.Attribute("version")!.Value, root.Elements().First().Name.LocalName).ShouldBe(("1.1", "metadata"));
        root.Element(Gpx + "metadata")!.Elements().Select(element => element.Name.LocalName).ShouldBe(["name", "desc"]);
        root.Element(Gpx + "metadata")!.Element(Gpx + "desc")!.Value.ShouldContain("WGS-84");
        var routes = root.Elements(Gpx + "rte").ToList();
        routes.Select(route => route.Element(Gpx + "name")!.Value).ShouldBe(["皖C12345 · 1", "皖C12345 · 2", "皖C22345 · 1"]);
        routes.Select(route => route.Elements(Gpx + "rtept").Count()).ShouldBe([3 + 2, 2 + 2, 4 + 2]);
        foreach (var route in routes)
        {
            route.Elements().Select(element => element.Name.LocalName).Distinct().ShouldBe(["name", "desc", "rtept"]);
            var points = route.Elements(Gpx + "rtept").ToList();
            foreach (var end in new[] { points[0], points[^1] })
                (Degrees(end, "lon"), Degrees(end, "lat"), end.Element(Gpx + "name")!.Value).ShouldBe((117.19, 32.96, "怀远惠民商贸"));
        }

        // The second trip's first stop is the fourth of all: unshifted.
        var fourth = routes[1].Elements(Gpx + "rtept").ElementAt(1);
        (Degrees(fourth, "lon"), Degrees(fourth, "lat"), fourth.Element(Gpx + "name")!.Value).ShouldBe((117.204, 32.97, "1 老王小店4"));
    }

    [Fact]
    public void Names_WithCharactersThatXmlCannotHold_LoseThem()
    {
        var day = DeliverySample.Of([1]);
        day = day with { Terminals = day.Terminals.ToDictionary(pair => pair.Key, pair => pair.Value with { Name = "A&B\u0001<店>" }) };

        XDocument.Parse(DeliveryGpx.Of(day)).Descendants(Gpx + "rtept").ElementAt(1).Element(Gpx + "name")!.Value.ShouldBe("1 A&B<店>");
    }

    private static double Degrees(XElement point, string name) => double.Parse(point.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
