using Territory.Model.Travel;
using Territory.Roads.Providers.OpenRouteService;
using Territory.Roads.Providers.Osrm;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Valhalla;

namespace Territory.Roads.Providers.Tests.Services;

public sealed class RoutingServiceOptionsTests
{
    private const string Secret = "very-secret";

    [Fact]
    public void Validate_Defaults_AreAccepted()
    {
        new OsrmOptions { Address = new Uri("http://127.0.0.1:5000") }.Validate();
        new ValhallaOptions { Address = new Uri("https://valhalla.example/") }.Validate();
        new OpenRouteServiceOptions { Address = new Uri("https://api.openrouteservice.org"), Key = new ApiKey(Secret) }.Validate();
    }

    [Theory]
    [InlineData("ftp://host/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:very-secret@host/")]
    [InlineData("https://host/?api_key=very-secret")]
    public void Validate_AddressThatCannotBeShown_IsRefusedWithoutRepeatingIt(string address) =>
        Should.Throw<ArgumentException>(() => new ValhallaOptions { Address = new Uri(address) }.Validate()).Message.ShouldNotContain(Secret);

    [Fact]
    public void Validate_RelativeAddress_IsRefused() =>
        Should.Throw<ArgumentException>(() => new OsrmOptions { Address = new Uri("/table", UriKind.Relative) }.Validate());

    [Fact]
    public void Validate_KeyOverPlainHttp_IsRefusedButOnThisMachine()
    {
        Should.Throw<ArgumentException>(() => new OpenRouteServiceOptions { Address = new Uri("http://ors.example/"), Key = new ApiKey(Secret) }.Validate()).Message.ShouldContain("https");

        new OpenRouteServiceOptions { Address = new Uri("http://localhost:8080/ors"), Key = new ApiKey(Secret) }.Validate();
    }

    public static TheoryData<RoutingServiceOptions> Senseless
    {
        get
        {
            var good = new OsrmOptions { Address = new Uri("http://localhost") };
            return
            [
                good with { MaxPointsPerRequest = 1 },
                good with { MaxPairsPerRequest = 0 },
                good with { MaxAttempts = 0 },
                good with { MaxResponseBytes = 0 },
                good with { RequestTimeout = TimeSpan.Zero },
                good with { FirstRetryDelay = TimeSpan.FromSeconds(-1) },
                good with { RestAfterFailure = TimeSpan.FromSeconds(-1) },
                good with { KeyHeader = "X Key\r\n" },
                good with { Profiles = new Dictionary<TravelMode, string> { [TravelMode.Car] = "../../admin" } },
                good with { Profiles = new Dictionary<TravelMode, string> { [TravelMode.Car] = null! } },
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Senseless))]
    public void Validate_SenselessValue_IsRefused(RoutingServiceOptions options) => Should.Throw<ArgumentException>(options.Validate);

    [Fact]
    public void ToString_OfOptionsWithAKey_DoesNotShowIt() =>
        new OpenRouteServiceOptions { Address = new Uri("https://host"), Key = new ApiKey(Secret) }.ToString().ShouldNotContain(Secret);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("key\r\nHost: elsewhere")]
    public void ApiKey_ThatNoHeaderMayHold_IsRefused(string value) => Should.Throw<ArgumentException>(() => new ApiKey(value));
}
