using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Live;

/// <summary>A SignalR client over a bare WebSocket, from the hub protocol's published text; the client package does not restore.</summary>
/// <remarks>Source: SignalR hub protocol, JSON encoding: records end with 0x1E; type 1 invocation, 3 completion, 6 ping, 7 close.</remarks>
internal sealed class HubConnection : IAsyncDisposable
{
    private const byte RecordSeparator = 0x1E;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _frames = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _lab = Channel.CreateUnbounded<JsonElement>();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _calls = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task _reading = Task.CompletedTask;
    private int _calledSoFar;

    public ReceivedTables Tables { get; } = new();

    public long LastSequence { get; private set; }

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Closed => _reading;

    public static async Task<HubConnection> ConnectAsync(Browser browser)
    {
        var connection = new HubConnection();
        connection._socket.Options.Cookies = browser.Cookies;
        await connection._socket.ConnectAsync(new UriBuilder(browser.Address) { Scheme = "ws", Path = "/live" }.Uri, new CancellationTokenSource(Patience).Token);
        await connection.SendTextAsync("{\"protocol\":\"json\",\"version\":1}");
        connection._reading = connection.ReadAsync();
        return connection;
    }

    /// <summary>Calls and waits for the answer; throws with the server's reason when it is refused.</summary>
    public async Task CallAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _calledSoFar).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_calls)
            _calls.Add(id, answer);
        await SendTextAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        var completion = await answer.Task.WaitAsync(Patience);
        if (completion.TryGetProperty("error", out var error))
            throw new InvalidOperationException(error.GetString());
    }

    public Task OpenAsync(long? lastSequence = null, string region = Sample.Region) => CallAsync("Open", new
    {
        region,
        view = new { west = 115, south = 31, east = 116, north = 32 },
        zoom = 11,
        lastSequence,
    });

    /// <summary>The next frame, taken into the tables and acknowledged.</summary>
    public async Task<JsonElement> NextAsync(bool acknowledge = true)
    {
        using var patience = new CancellationTokenSource(Patience);
        var frame = await _frames.Reader.ReadAsync(patience.Token);
        LastSequence = frame.GetProperty("sequence").GetInt64();
        Tables.Receive(
            frame.GetProperty("snapshot").GetBoolean(),
            frame.TryGetProperty("moverIds", out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : null,
            frame.TryGetProperty("movers", out var movers) ? movers.GetBytesFromBase64() : null,
            frame.TryGetProperty("outlets", out var outlets) ? outlets.GetBytesFromBase64() : null);
        if (acknowledge)
            await SendTextAsync(JsonSerializer.Serialize(new { type = 1, target = "Ack", arguments = new[] { LastSequence } }));
        return frame;
    }

    /// <summary>Takes frames until one satisfies the condition.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> condition)
    {
        while (true)
        {
            var frame = await NextAsync();
            if (condition(frame))
                return frame;
        }
    }

    /// <summary>The next frame of the lab.</summary>
    public async Task<JsonElement> NextOfLabAsync(bool acknowledge = true)
    {
        using var patience = new CancellationTokenSource(Patience);
        var frame = await _lab.Reader.ReadAsync(patience.Token);
        if (acknowledge)
            await SendTextAsync(JsonSerializer.Serialize(new { type = 1, target = "AckLab", arguments = new[] { frame.GetProperty("sequence").GetInt64() } }));
        return frame;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await _reading;
    }

    private async Task SendTextAsync(string text)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), RecordSeparator];
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        var pending = new List<byte>();
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                    break;
                foreach (var value in buffer.AsSpan(0, result.Count))
                {
                    if (value != RecordSeparator)
                    {
                        pending.Add(value);
                        continue;
                    }

                    Take(JsonDocument.Parse(pending.ToArray()).RootElement);
                    pending.Clear();
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is gone, which is what the end of this loop says.
        }

        _frames.Writer.TryComplete();
    }

    private void Take(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1 when message.GetProperty("target").GetString() == "frame":
                _frames.Writer.TryWrite(message.GetProperty("arguments")[0]);
                break;
            case 1 when message.GetProperty("target").GetString() == "lab":
                _lab.Writer.TryWrite(message.GetProperty("arguments")[0]);
                break;
            case 3:
                lock (_calls)
                {
                    if (_calls.Remove(message.GetProperty("invocationId").GetString()!, out var call))
                        call.SetResult(message);
                }

                break;
        }
    }
}
