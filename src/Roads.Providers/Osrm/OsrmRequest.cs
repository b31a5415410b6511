using System.Net;
using System.Text.Json;

namespace Territory.Roads.Providers.Osrm;

/// <summary>Sends one table request, again after a pause when the service is busy or unreachable, and checks the answer's shape.</summary>
internal sealed class OsrmRequest(HttpClient client, OsrmOptions options, TimeProvider timeProvider)
{
    /// <summary>A service may ask for a longer pause than ours, but not for one that would look like a hang.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Uri root = new(options.Address.AbsoluteUri.TrimEnd('/') + "/");

    public async Task<OsrmTable> SendAsync(string relativeAddress, int sources, int targets, CancellationToken cancellationToken)
    {
        var delay = options.FirstRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Checked(await TryOnceAsync(relativeAddress, cancellationToken), sources, targets);
            }
            catch (TransientFailure failure) when (attempt < options.MaxAttempts)
            {
                var pause = failure.RetryAfter > delay ? failure.RetryAfter : delay;
                await Task.Delay(pause < LongestPause ? pause : LongestPause, timeProvider, cancellationToken);
                delay += delay;
            }
            catch (TransientFailure failure)
            {
                throw new MatrixServiceException($"The routing service at {options.Address} failed {attempt} times, last: {failure.Message}", failure.InnerException);
            }
        }
    }

    private async Task<OsrmTable> TryOnceAsync(string relativeAddress, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.RequestTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await client.GetAsync(new Uri(root, relativeAddress), HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (IsTransient(response.StatusCode))
                throw new TransientFailure($"HTTP status {(int)response.StatusCode}.", response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(body, response.StatusCode, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientFailure($"no answer within {options.RequestTimeout.TotalSeconds:0.#} s.", TimeSpan.Zero, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new TransientFailure(exception.Message, TimeSpan.Zero, exception);
        }
    }

    private async Task<OsrmTable> ReadAsync(Stream body, HttpStatusCode status, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(body, OsrmJson.Default.OsrmTable, cancellationToken) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new MatrixServiceException(
                $"The routing service at {options.Address} answered HTTP status {(int)status} with something that is no OSRM table; check the address.", exception);
        }
    }

    private OsrmTable Checked(OsrmTable table, int sources, int targets)
    {
        if (!string.Equals(table.Code, "Ok", StringComparison.Ordinal))
            throw new MatrixServiceException($"The routing service at {options.Address} refused the table: {table.Code} {table.Message}".TrimEnd());
        return HasShape(table.Durations) && HasShape(table.Distances)
            ? table
            : throw new MatrixServiceException(
                $"The routing service at {options.Address} answered no {sources} x {targets} durations and distances; it must support annotations=duration,distance.");

        bool HasShape(double?[][]? rows) => rows?.Length == sources && rows.All(row => row?.Length == targets);
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || ((int)status >= 500 && status != HttpStatusCode.NotImplemented);

    private sealed class TransientFailure(string message, TimeSpan retryAfter, Exception? innerException = null) : Exception(message, innerException)
    {
        public TimeSpan RetryAfter { get; } = retryAfter;
    }
}
