using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Providers.Configuration;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Configuration;

/// <summary>The operator's file, followed to a real HTTP server.</summary>
public sealed class TravelFiguresTests : IAsyncLifetime
{
    private static readonly GeoPoint[] Two = [new(1, 1), new(2, 1)];

    private readonly string directory = Directory.CreateTempSubdirectory("territory-routing-").FullName;
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private RoutingServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoutingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Open_WithoutTheFile_IsStraightLines()
    {
        await using var figures = Open();

        figures.Provider.ShouldBeOfType<StraightLineMatrix>().DetourFactor.ShouldBe(1.35);
        Directory.GetFileSystemEntries(directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_StraightLine_TakesItsFigures()
    {
        Write("""{ "provider": "straight-line", "detourFactor": 1.2, "speedKmh": 50 }""");
        await using var figures = Open();

        (await figures.Provider.ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldBe("straight-line x 1.2 at 50 km/h");
    }

    [Theory]
    [InlineData("osrm", "osrm driving at 127.0.0.1", "/table/v1/driving/")]
    [InlineData("valhalla", "valhalla auto at 127.0.0.1", "/sources_to_targets")]
    [InlineData("openrouteservice", "openrouteservice driving-car at 127.0.0.1", "/v2/matrix/driving-car")]
    public async Task Open_AService_AsksItAndKeepsItsAnswersOverARestart(string provider, string source, string path)
    {
        Write($$"""{ "provider": "{{provider}}", "address": "{{server.Address}}" }""");
        for (var run = 0; run < 2; run++)
        {
            await using var figures = Open();
            var matrix = await figures.Provider.ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);
            matrix.Source.ShouldBe(source);
            matrix.TimeBetween(0, 1).Seconds.ShouldBe(1001);
        }

        server.Requests.ShouldHaveSingleItem().ShouldStartWith(path);
        Directory.GetFiles(Path.Combine(directory, TravelFigures.CacheFolder)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Open_KeyAndProfile_GoIntoTheRequest()
    {
        environment["ORS_KEY"] = "secret-key";
        Write($$"""
            {
              // Vans are lorries to this service.
              "provider": "openrouteservice", "address": "{{server.Address}}", "keyVariable": "ORS_KEY",
              "profiles": { "Van": "driving-hgv" }, "cache": { "pairs": 0 },
            }
            """);
        await using var figures = Open();

        (await figures.Provider.ComputeAsync(Two, TravelMode.Van, TestContext.Current.CancellationToken)).Source.ShouldBe("openrouteservice driving-hgv at 127.0.0.1");
        await figures.Provider.ComputeAsync(Two, TravelMode.Foot, TestContext.Current.CancellationToken);

        server.Requests.ShouldBe(["/v2/matrix/driving-hgv", "/v2/matrix/foot-walking"]);
        server.Keys.ShouldAllBe(key => key == "secret-key");
        Directory.Exists(Path.Combine(directory, TravelFigures.CacheFolder)).ShouldBeFalse();
    }

    [Fact]
    public async Task Open_ServiceThatIsDown_SaysSoInTheLabelAndTheNote()
    {
        Write("""{ "provider": "osrm", "address": "http://127.0.0.1:9", "attempts": 1, "speedKmh": 35 }""");
        await using var figures = Open();

        var matrix = await figures.Provider.ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Source.ShouldBe("straight-line x 1.35 at 35 km/h (osrm driving at 127.0.0.1: no answer)");
        notes.ShouldHaveSingleItem().ShouldContain("http://127.0.0.1:9");
    }

    /// <summary>What is kept serves while the service is down; only a matrix with an unknown pair falls back.</summary>
    [Fact]
    public async Task Open_ServiceGoesDown_KeptPairsStillServe()
    {
        Write($$"""{ "provider": "osrm", "address": "{{server.Address}}", "attempts": 1 }""");
        await using var figures = Open();
        await figures.Provider.ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        (await figures.Provider.ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldBe("osrm driving at 127.0.0.1");
        (await figures.Provider.ComputeAsync([.. Two, new(3, 1)], TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldStartWith("straight-line");
    }

    [Theory]
    [InlineData("", "routing.json", null)]
    [InlineData("null", "routing.json", null)]
    [InlineData("{}", "routing.json", null)]
    [InlineData("""{ "provider": "osrm", "adress": "http://h" }""", "routing.json", "adress")]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "attempts": "many" }""", "routing.json", "attempts")]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "profiles": { "Boat": "x" } }""", "routing.json", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "cache": { "onDisk": "yes" } }""", "routing.json", "cache.onDisk")]
    [InlineData("""{ "provider": "google", "address": "http://h" }""", "routing.provider", "provider")]
    [InlineData("""{ "provider": "osrm" }""", "routing.address", "address")]
    [InlineData("""{ "provider": "osrm", "address": "127.0.0.1:5000" }""", "routing.address", "address")]
    [InlineData("""{ "provider": "osrm", "address": "ftp://h" }""", "routing.setting", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "attempts": 0 }""", "routing.setting", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "timeoutSeconds": 1e300 }""", "routing.setting", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "patienceSeconds": -1 }""", "routing.setting", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "profiles": { "Car": null } }""", "routing.setting", null)]
    [InlineData("""{ "provider": "osrm", "address": "http://h", "cache": { "pairs": -1 } }""", "routing.setting", null)]
    [InlineData("""{ "provider": "straight-line", "detourFactor": 0.5 }""", "routing.setting", null)]
    [InlineData("""{ "provider": "openrouteservice", "address": "https://h", "keyVariable": "NOT_SET" }""", "routing.key", "keyVariable")]
    public void Open_FileThatCannotBeFollowed_IsRefusedWithItsPlace(string text, string code, string? field)
    {
        Write(text);

        var problem = Should.Throw<InvalidInputException>(Open).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(code);
        problem.File.ShouldBe(Path.Combine(directory, RoutingFile.Name));
        if (field is not null)
            problem.Field.ShouldBe(field);
    }

    private TravelFigures Open() => TravelFigures.Open(directory, name => environment.GetValueOrDefault(name), TimeProvider.System, notes.Add);

    private void Write(string text) => File.WriteAllText(Path.Combine(directory, RoutingFile.Name), text);
}
