using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Fallback;

/// <summary>
/// Asks a first source and, where it gives no matrix, makes one by straight lines whose <see cref="TravelMatrix.Source"/> says so, which source that
/// was and why: "straight-line x 1.35 at 35 km/h (osrm driving at host: no answer)".
/// </summary>
/// <remarks>
/// A matrix comes from one of the two as a whole, never from both: roads are longer than lines, and a mixture would draw plans to the pairs that
/// failed. Only <see cref="MatrixServiceException"/> and the end of patience lead here; a programmer's error or the caller's cancellation does not.
/// A cache belongs inside, around the first source, so that no straight line outlives the outage.
/// </remarks>
public sealed class FallbackMatrixProvider : IMatrixProvider
{
    private readonly IMatrixProvider first;
    private readonly Func<TravelMode, string> firstSource;
    private readonly StraightLineMatrix lastResort;
    private readonly FallbackOptions options;
    private readonly TimeProvider timeProvider;
    private readonly Action<string>? note;

    /// <param name="firstSource">What the first source is called where it gives no matrix that would say so.</param>
    /// <param name="note">Gets the whole reason each time, for the log.</param>
    public FallbackMatrixProvider(
        IMatrixProvider first, Func<TravelMode, string> firstSource, StraightLineMatrix lastResort, FallbackOptions options, TimeProvider timeProvider, Action<string>? note = null)
    {
        options.Validate();
        this.first = first;
        this.firstSource = firstSource;
        this.lastResort = lastResort;
        this.options = options;
        this.timeProvider = timeProvider;
        this.note = note;
    }

    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default) =>
        FirstOrElseAsync(mode, token => first.ComputeAsync(points, mode, token), source => lastResort.Compute(points, mode, source), cancellationToken);

    public Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default) =>
        FirstOrElseAsync(mode, token => first.ComputeAsync(sources, targets, mode, token), source => lastResort.Compute(sources, targets, mode, source), cancellationToken);

    private async Task<TMatrix> FirstOrElseAsync<TMatrix>(
        TravelMode mode, Func<CancellationToken, Task<TMatrix>> ask, Func<string, TMatrix> approximate, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (MatrixServiceException failure)
        {
            return approximate(Label(mode, Words(failure.Failure), failure.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && patience.IsCancellationRequested)
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Patience.TotalSeconds:0.#} s");
            return approximate(Label(mode, reason, reason));
        }
    }

    private string Label(TravelMode mode, string reason, string details)
    {
        var label = $"{lastResort.SourceFor(mode)} ({firstSource(mode)}: {reason})";
        note?.Invoke($"Travel times are {label}. {details}");
        return label;
    }

    private static string Words(MatrixFailure failure) => failure switch
    {
        MatrixFailure.NoAnswer => "no answer",
        MatrixFailure.Refused => "refused",
        MatrixFailure.Unusable => "unusable answer",
        MatrixFailure.NoProfile => "no profile for this mode",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "This failure has no words."),
    };
}
