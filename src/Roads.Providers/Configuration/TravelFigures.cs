using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Providers.Caching;
using Territory.Roads.Providers.Fallback;
using Territory.Roads.Providers.OpenRouteService;
using Territory.Roads.Providers.Osrm;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Valhalla;

namespace Territory.Roads.Providers.Configuration;

/// <summary>
/// The travel figures of regions without a road network, put together as the operator's <see cref="RoutingFile"/> says: a routing service, what it
/// answered kept, and straight lines that say so where it gives no answer. Without the file: straight lines.
/// </summary>
public sealed class TravelFigures : IAsyncDisposable
{
    public const string CacheFolder = "routing-cache";

    private readonly HttpClient? client;
    private readonly CachedMatrixProvider? cache;

    private TravelFigures(IMatrixProvider provider, HttpClient? client = null, CachedMatrixProvider? cache = null)
    {
        Provider = provider;
        this.client = client;
        this.cache = cache;
    }

    public IMatrixProvider Provider { get; }

    /// <param name="environment">Looks up an environment variable, for the key.</param>
    /// <param name="note">Gets what an operator should know: outages, a damaged cache.</param>
    /// <exception cref="Model.Problems.InvalidInputException">The file is there and cannot be followed; says which setting and why.</exception>
    public static TravelFigures Open(string dataDirectory, Func<string, string?> environment, TimeProvider timeProvider, Action<string>? note = null)
    {
        if (RoutingFile.Find(dataDirectory) is not { } settings)
            return new TravelFigures(new StraightLineMatrix());
        var path = Path.Combine(dataDirectory, RoutingFile.Name);
        try
        {
            var straight = new StraightLineMatrix(settings.DetourFactor ?? StraightLineMatrix.DefaultDetourFactor, settings.SpeedKmh);
            if (settings.Provider == TravelMatrix.StraightLinePrefix)
                return new TravelFigures(straight);
            var options = Service(settings, path, environment);
            options.Validate();
            // A redirect would take the key and the points to a place that nobody named. The service's own timeout ends a request.
            var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
            IMatrixProvider provider = options switch
            {
                OsrmOptions osrm => new OsrmMatrixProvider(http, osrm, timeProvider),
                ValhallaOptions valhalla => new ValhallaMatrixProvider(http, valhalla, timeProvider),
                _ => new OpenRouteServiceMatrixProvider(http, (OpenRouteServiceOptions)options, timeProvider),
            };
            var kept = settings.Cache?.Pairs == 0 ? null : new CachedMatrixProvider(provider, Kept(settings, options, dataDirectory), timeProvider, note);
            var fallback = new FallbackMatrixProvider(
                kept ?? provider, options.SourceFor, straight, settings.PatienceSeconds is { } patience ? new FallbackOptions { Patience = TimeSpan.FromSeconds(patience) } : new FallbackOptions(), timeProvider, note);
            return new TravelFigures(fallback, http, kept);
        }
        catch (Exception failure) when (failure is ArgumentException or OverflowException)
        {
            // Options check themselves in their own words, which never repeat a key.
            throw RoutingFile.Refused(path, "routing.setting", failure.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (cache is not null)
            await cache.DisposeAsync();
        client?.Dispose();
    }

    private static RoutingServiceOptions Service(RoutingSettings settings, string path, Func<string, string?> environment)
    {
        if (!Uri.TryCreate(settings.Address, UriKind.Absolute, out var address))
            throw RoutingFile.Refused(path, "routing.address", "The address of the service is needed, for example http://127.0.0.1:5000.", "address");
        RoutingServiceOptions usual = settings.Provider switch
        {
            "osrm" => new OsrmOptions { Address = address },
            "valhalla" => new ValhallaOptions { Address = address },
            "openrouteservice" => new OpenRouteServiceOptions { Address = address },
            _ => throw RoutingFile.Refused(
                path, "routing.provider", "The provider is one of straight-line, osrm, valhalla and openrouteservice.", "provider", settings.Provider),
        };
        return usual with
        {
            Key = Key(settings, path, environment),
            KeyHeader = settings.KeyHeader ?? usual.KeyHeader,
            Profiles = settings.Profiles is null ? usual.Profiles : new Dictionary<TravelMode, string>([.. usual.Profiles.ExceptBy(settings.Profiles.Keys, profile => profile.Key), .. settings.Profiles]),
            MaxPointsPerRequest = settings.MaxPointsPerRequest ?? usual.MaxPointsPerRequest,
            MaxPairsPerRequest = settings.MaxPairsPerRequest ?? usual.MaxPairsPerRequest,
            RequestTimeout = settings.TimeoutSeconds is { } timeout ? TimeSpan.FromSeconds(timeout) : usual.RequestTimeout,
            MaxAttempts = settings.Attempts ?? usual.MaxAttempts,
        };
    }

    private static ApiKey? Key(RoutingSettings settings, string path, Func<string, string?> environment)
    {
        if (settings.KeyVariable is not { } variable)
            return null;
        return environment(variable) is { Length: > 0 } value
            ? new ApiKey(value)
            : throw RoutingFile.Refused(path, "routing.key", "The environment variable that should hold the service's key is not set.", "keyVariable", variable);
    }

    private static CacheOptions Kept(RoutingSettings settings, RoutingServiceOptions options, string dataDirectory)
    {
        var profiles = options.Profiles.OrderBy(profile => profile.Key).Select(profile => $"{profile.Key} {profile.Value}");
        var usual = new CacheOptions
        {
            Provider = $"{options.Name} at {options.Address} with {string.Join(", ", profiles)}",
            MaxAge = settings.Cache?.Days is { } days ? TimeSpan.FromDays(days) : null,
            Directory = settings.Cache?.OnDisk == false ? null : Path.Combine(dataDirectory, CacheFolder),
        };
        return usual with { MaxPairs = settings.Cache?.Pairs ?? usual.MaxPairs };
    }
}
