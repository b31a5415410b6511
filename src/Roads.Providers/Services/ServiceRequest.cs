using System.Net;

namespace Territory.Roads.Providers.Services;

/// <summary>Sends one request, again after a pause when the service is busy or unreachable, and reads the answer within its bound.</summary>
internal sealed class ServiceRequest(HttpClient client, RoutingServiceOptions options, TimeProvider timeProvider)
{
    /// <summary>A service may ask for a longer pause than ours, but not for one that would look like a hang.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset restUntil = DateTimeOffset.MinValue;
    private string lastFailure = "";

    /// <param name="compose">Makes the request anew for each attempt.</param>
    /// <exception cref="MatrixServiceException">No answer after all attempts, or the service rests after such a failure.</exception>
    public async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(Func<HttpRequestMessage> compose, CancellationToken cancellationToken)
    {
        ThrowIfResting();
        var delay = options.FirstRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOnceAsync(compose, cancellationToken);
            }
            catch (TransientFailure failure) when (attempt < options.MaxAttempts)
            {
                var pause = failure.RetryAfter > delay ? failure.RetryAfter : delay;
                await Task.Delay(pause < LongestPause ? pause : LongestPause, timeProvider, cancellationToken);
                delay += delay;
            }
            catch (TransientFailure failure)
            {
                throw GivenUp(attempt, failure);
            }
        }
    }

    private void ThrowIfResting()
    {
        lock (gate)
        {
            if (timeProvider.GetUtcNow() < restUntil)
                throw new MatrixServiceException(MatrixFailure.NoAnswer, $"{lastFailure} It is asked again {options.RestAfterFailure.TotalSeconds:0.#} s after that.");
        }
    }

    private MatrixServiceException GivenUp(int attempts, TransientFailure last)
    {
        var message = $"The routing service at {options.Address} failed {attempts} times, last: {last.Message}";
        lock (gate)
        {
            restUntil = timeProvider.GetUtcNow() + options.RestAfterFailure;
            lastFailure = message;
        }

        return new MatrixServiceException(MatrixFailure.NoAnswer, message);
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> TryOnceAsync(Func<HttpRequestMessage> compose, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.RequestTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = compose();
            options.Key?.AddTo(request, options.KeyHeader);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (IsTransient(response.StatusCode))
                throw new TransientFailure($"HTTP status {(int)response.StatusCode}.", RetryAfter(response));
            return (response.StatusCode, await ReadAsync(response.Content, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientFailure($"no answer within {options.RequestTimeout.TotalSeconds:0.#} s.", TimeSpan.Zero);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new TransientFailure(options.Quoted(exception.Message), TimeSpan.Zero);
        }
    }

    /// <summary>Nothing is allocated on the word of the Content-Length header alone.</summary>
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > options.MaxResponseBytes)
            throw TooLong();
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (kept.Length + count > options.MaxResponseBytes)
                throw TooLong();
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    private MatrixServiceException TooLong() => new(
        MatrixFailure.Unusable, $"The routing service at {options.Address} answered with more than {options.MaxResponseBytes} bytes, which no matrix of this request takes.");

    private TimeSpan RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - timeProvider.GetUtcNow()) ?? TimeSpan.Zero : TimeSpan.Zero;

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || ((int)status >= 500 && status != HttpStatusCode.NotImplemented);
}
