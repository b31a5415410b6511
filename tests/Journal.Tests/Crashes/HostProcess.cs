using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Territory.Model.Ids;

namespace Territory.Journal.Tests.Crashes;

/// <summary>A journal in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<CommandId, TaskCompletionSource<Acknowledgement?>> _waiting = new();
    private readonly ConcurrentDictionary<CommandId, Acknowledgement?> _received = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _input = new();
    private readonly Task _reading;
    private readonly int _killAtCommand;
    private volatile bool _ended;

    /// <param name="killAtCommand">
    /// The process is killed (SIGKILL; on Windows TerminateProcess) when it says that it has taken its nth command. That is said before the command
    /// is written, so that the kill usually comes while it is.
    /// </param>
    public HostProcess(string journalPath, int killAtCommand)
    {
        _killAtCommand = killAtCommand;
        var host = Path.Combine(AppContext.BaseDirectory, "Territory.Journal.Host.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(host);
        start.ArgumentList.Add(journalPath);
        _process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        _process.StandardInput.AutoFlush = true;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the host acknowledged, and with null what it has taken from its input and not acknowledged.</summary>
    public IReadOnlyDictionary<CommandId, Acknowledgement?> Received => _received;

    public Task ReadyAsync() => _ready.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The host's acknowledgement, or null when it died first.</summary>
    public Task<Acknowledgement?> SendAsync(CommandId command, string stream, long expectedVersion, string payload, string answer)
    {
        var waiting = new TaskCompletionSource<Acknowledgement?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[command] = waiting;
        try
        {
            lock (_input)
                _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"append {command} {stream} {expectedVersion} {payload} {answer}"));
        }
        catch (IOException)
        {
            // The pipe of a killed process.
            waiting.TrySetResult(null);
        }

        // Whoever registered too late for the reader's farewell says it to himself.
        if (_ended)
            waiting.TrySetResult(null);
        return waiting.Task;
    }

    /// <summary>Returns when the process is dead and all that it had written to its output is read.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            switch (words)
            {
                case ["ready"]:
                    _ready.TrySetResult();
                    break;
                case ["got", var command]:
                    _received.TryAdd(new CommandId(Guid.Parse(command)), null);
                    if (_received.Count == _killAtCommand)
                        _process.Kill();
                    break;
                // A last line may be cut by the kill: without its end it was no acknowledgement.
                case ["ack", var command, var status, var position, var version, var answer]:
                    var acknowledgement = new Acknowledgement(
                        Enum.Parse<AppendStatus>(status), long.Parse(position, CultureInfo.InvariantCulture), long.Parse(version, CultureInfo.InvariantCulture), answer);
                    var id = new CommandId(Guid.Parse(command));
                    _received[id] = acknowledgement;
                    if (_waiting.TryRemove(id, out var waiting))
                        waiting.TrySetResult(acknowledgement);
                    break;
            }
        }

        _ended = true;
        foreach (var waiting in _waiting.Values)
            waiting.TrySetResult(null);
    }

    internal sealed record Acknowledgement(AppendStatus Status, long Position, long Version, string Answer);
}
