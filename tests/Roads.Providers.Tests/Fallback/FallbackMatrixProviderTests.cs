using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Fallback;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Fallback;

public sealed class FallbackMatrixProviderTests
{
    private static readonly GeoPoint[] Two = [new(0, 0), new(1, 0)];

    private readonly CountingProvider first = new();
    private readonly List<string> notes = [];

    [Fact]
    public async Task Compute_FirstSourceAnswers_IsItsMatrixUnderItsLabel()
    {
        var matrix = await Provider().ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Source.ShouldBe("closed form");
        matrix.TimeBetween(0, 1).Seconds.ShouldBe(1001);
        notes.ShouldBeEmpty();
    }

    /// <summary>A degree of the equator is 111,195.08 m (see <see cref="StraightLineMatrixTests"/>); times 1.35 at 35 km/h.</summary>
    [Fact]
    public async Task Compute_NoAnswer_IsStraightLinesThatSayWhatTheyStandInFor()
    {
        first.Failure = CountingProvider.NoAnswer;

        var matrix = await Provider().ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Source.ShouldBe("straight-line x 1.35 at 35 km/h (osrm driving at host: no answer)");
        matrix.DistanceBetween(0, 1).Meters.ShouldBe(150_113);
        matrix.TimeBetween(0, 1).Seconds.ShouldBe(15_440);
        notes.ShouldHaveSingleItem().ShouldContain("HTTP status 503");
    }

    [Theory]
    [InlineData(MatrixFailure.Refused, "refused")]
    [InlineData(MatrixFailure.Unusable, "unusable answer")]
    [InlineData(MatrixFailure.NoProfile, "no profile for this mode")]
    public async Task Compute_AnyFailure_IsInTheLabel(MatrixFailure failure, string words)
    {
        first.Failure = new MatrixServiceException(failure, "why");

        (await Provider().ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken)).Source
            .ShouldBe($"straight-line x 1.35 at 35 km/h (osrm driving at host: {words})");
    }

    [Fact]
    public async Task Compute_PatienceEnds_SaysAfterHowLong()
    {
        first.Held = new TaskCompletionSource().Task;

        var matrix = await Provider(TimeSpan.FromSeconds(20)).ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Source.ShouldBe("straight-line x 1.35 at 35 km/h (osrm driving at host: no answer within 20 s)");
    }

    [Fact]
    public async Task Compute_Rectangle_FallsBackAsWell()
    {
        first.Failure = CountingProvider.NoAnswer;

        var matrix = await Provider().ComputeAsync([new(0, 0)], [new(1, 0), new(0, 0)], TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Source.ShouldStartWith("straight-line x 1.35 at 35 km/h (osrm");
        matrix.MetersFrom(0).ToArray().ShouldBe([150_113, 0]);
    }

    [Fact]
    public async Task Compute_CallerCancels_IsCancelled()
    {
        first.Held = new TaskCompletionSource().Task;
        using var cancellation = new CancellationTokenSource();
        var waiting = Provider().ComputeAsync(Two, TravelMode.Car, cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Compute_ProgrammersError_IsNotCoveredUp()
    {
        first.Failure = new InvalidOperationException("a bug");

        await Should.ThrowAsync<InvalidOperationException>(() => Provider().ComputeAsync(Two, TravelMode.Car, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000)]
    public void Validate_SenselessPatience_IsRefused(int seconds) =>
        Should.Throw<ArgumentException>(new FallbackOptions { Patience = TimeSpan.FromSeconds(seconds) }.Validate);

    /// <param name="patience">The clock lets waits up to a minute pass at once, so the usual one is longer.</param>
    private FallbackMatrixProvider Provider(TimeSpan? patience = null) => new(
        first, _ => "osrm driving at host", new StraightLineMatrix(speedKmh: 35), new FallbackOptions { Patience = patience ?? TimeSpan.FromHours(1) }, new ImpatientTime(), notes.Add);
}
