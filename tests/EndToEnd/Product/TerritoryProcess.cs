using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Territory.EndToEnd.Product;

/// <summary><c>territory up</c> as a process of its own.</summary>
internal sealed class TerritoryProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();

    private TerritoryProcess(Process process) => this.process = process;

    public string Address { get; private set; } = "";

    /// <summary>The first administrator's one-time link; null where there is someone already.</summary>
    public string? SignIn { get; private set; }

    public int Port => new Uri(Address).Port;

    /// <summary>What the process wrote to standard error.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>Starts the product and waits for the line that says where it serves.</summary>
    public static async Task<TerritoryProcess> StartAsync(string data, CancellationToken cancellationToken, int port = 0, params string[] more)
    {
        string[] arguments = ["up", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data, .. more];
        var started = new TerritoryProcess(TerritoryCommand.Start(arguments));
        try
        {
            await started.AnnouncedAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process as a power cut would: without a chance to finish anything (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task AnnouncedAsync(CancellationToken cancellationToken)
    {
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                errors.Enqueue(line.Data);
        };
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException($"'territory up' ended without an address. It said:\n{Errors}");
        using var announced = JsonDocument.Parse(line);
        Address = announced.RootElement.GetProperty("address").GetString()!.TrimEnd('/');
        SignIn = announced.RootElement.GetProperty("signIn").GetString();
    }
}
