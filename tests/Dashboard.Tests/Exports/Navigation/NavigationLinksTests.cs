using Territory.Dashboard.Exports.Navigation;
using Territory.Model.Geography;

namespace Territory.Dashboard.Tests.Exports.Navigation;

/// <summary>
/// Whole links, in the forms that the map services publish. The places are published test points of GCJ-02 and BD-09 (Shenzhen, Chengdu, Urumqi), so that
/// the shifted coordinates do not come from the code under test.
/// </summary>
public sealed class NavigationLinksTests
{
    private static readonly NavigationStop Shenzhen = new("南山店", new GeoPoint(114.0579, 22.5431));
    private static readonly NavigationStop Chengdu = new("A,B|C", new GeoPoint(104.0657, 30.6574));
    private static readonly NavigationStop Urumqi = new("u", new GeoPoint(87.6168, 43.8256));

    [Fact]
    public void Links_ToOneStopInChina_AreInEachServicesSystem()
    {
        var links = NavigationLinks.Over([Shenzhen], isShifted: true);

        links.AmapWeb.ShouldBe("https://uri.amap.com/navigation?to=114.063014,22.540383,%E5%8D%97%E5%B1%B1%E5%BA%97&mode=car&src=territory&coordinate=gaode&callnative=1");
        links.AmapAndroid.ShouldBe("amapuri://route/plan/?sourceApplication=territory&dlat=22.540383&dlon=114.063014&dname=%E5%8D%97%E5%B1%B1%E5%BA%97&dev=0&t=0");
        links.AmapIos.ShouldBe("iosamap://path?sourceApplication=territory&dlat=22.540383&dlon=114.063014&dname=%E5%8D%97%E5%B1%B1%E5%BA%97&dev=0&t=0");
        links.Baidu.ShouldBe(
            "baidumap://map/direction?destination=name%3A%E5%8D%97%E5%B1%B1%E5%BA%97%7Clatlng%3A22.546042%2C114.069564&coord_type=bd09ll&mode=driving&src=territory.delivery");
        links.Google.ShouldBe("https://www.google.com/maps/dir/?api=1&destination=22.543100%2C114.057900&travelmode=driving");
        links.Apple.ShouldBe("https://maps.apple.com/?daddr=22.540383%2C114.063014&dirflg=d");
    }

    [Fact]
    public void Links_OverThreeStops_PassTheFirstTwoInOrder()
    {
        var links = NavigationLinks.Over([Chengdu, Urumqi, Shenzhen], isShifted: true);

        // AMap's page takes one stop on the way; its app takes several.
        links.AmapWeb.ShouldBeNull();
        links.AmapAndroid.ShouldBe(
            "amapuri://route/plan/?sourceApplication=territory&dlat=22.540383&dlon=114.063014&dname=%E5%8D%97%E5%B1%B1%E5%BA%97&dev=0&t=0"
            + "&vian=2&vialons=104.068207%7C87.619650&vialats=30.654978%7C43.826805&vianames=A%20B%20C%7Cu");
        links.AmapIos.ShouldBe(
            "iosamap://path?sourceApplication=territory&dlat=22.540383&dlon=114.063014&dname=%E5%8D%97%E5%B1%B1%E5%BA%97&dev=0&t=0"
            + "&vian=2&vialons=104.068207%7C87.619650&vialats=30.654978%7C43.826805&vianames=A%20B%20C%7Cu");
        Uri.UnescapeDataString(links.Baidu).ShouldBe(
            "baidumap://map/direction?destination=name:南山店|latlng:22.546042,114.069564&coord_type=bd09ll&mode=driving&src=territory.delivery"
            + "&viaPoints={\"viaPoints\":[{\"name\":\"A,B|C\",\"lat\":30.661009,\"lng\":104.074704},{\"name\":\"u\",\"lat\":43.832950,\"lng\":87.626100}]}");
        links.Google.ShouldBe(
            "https://www.google.com/maps/dir/?api=1&destination=22.543100%2C114.057900&travelmode=driving&waypoints=30.657400%2C104.065700%7C43.825600%2C87.616800");
        links.Apple.ShouldBe(
            "https://maps.apple.com/directions?destination=22.540383%2C114.063014&waypoint=30.654978%2C104.068207&waypoint=43.826805%2C87.619650&mode=driving");
    }

    [Fact]
    public void Links_OutsideOfChina_SayThatTheirCoordinatesAreUnshifted()
    {
        var links = NavigationLinks.Over([new NavigationStop("m", new GeoPoint(7.42, 43.73))], isShifted: false);

        links.AmapWeb.ShouldBe("https://uri.amap.com/navigation?to=7.420000,43.730000,m&mode=car&src=territory&coordinate=wgs84&callnative=1");
        links.AmapAndroid.ShouldEndWith("&dlat=43.730000&dlon=7.420000&dname=m&dev=1&t=0");
        links.Baidu.ShouldBe("baidumap://map/direction?destination=name%3Am%7Clatlng%3A43.730000%2C7.420000&coord_type=wgs84&mode=driving&src=territory.delivery");
        links.Apple.ShouldBe("https://maps.apple.com/?daddr=43.730000%2C7.420000&dirflg=d");
    }

    [Theory]
    [InlineData(CoordinateSystem.Gcj02, "22.540383%2C114.063014&coord_type=gcj02")]
    [InlineData(CoordinateSystem.Bd09, "22.546042%2C114.069564&coord_type=bd09ll")]
    [InlineData(CoordinateSystem.Wgs84, "22.543100%2C114.057900&coord_type=wgs84")]
    public void Baidu_InAnySystem_NamesTheOneThatItsCoordinatesAreIn(CoordinateSystem system, string expected) =>
        BaiduLinks.App([Shenzhen], system).ShouldContain(expected);

    [Fact]
    public void Stops_OfATrip_LookUpToThreeAheadAndNeverIntoTheNextTrip()
    {
        var links = DeliveryLinks.Of(DeliverySample.Of([4, 1])).ToList();

        links.Select(stop => (stop.Trip, stop.Sequence)).ShouldBe([(0, 1), (0, 2), (0, 3), (0, 4), (1, 1)]);
        // The last of those ahead is the destination; a trip's last stop has none ahead of it.
        links.Select(stop => stop.NextThree?.Google.Split("destination=")[1].Split('&')[0]).ShouldBe(
            ["32.970000%2C117.203000", "32.970000%2C117.204000", "32.970000%2C117.204000", null, null]);
        links.Select(stop => stop.NextThree?.Google.Split("%7C").Length).ShouldBe([2, 2, 1, null, null]);
    }

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("Asia/Urumqi", true)]
    [InlineData("Europe/Monaco", false)]
    public void Maps_OfTheMainlandsTimeZones_AreShifted(string zone, bool isShifted) =>
        NavigationLinks.IsShifted(DeliverySample.Of([1]).Region with { TimeZone = zone }).ShouldBe(isShifted);
}
