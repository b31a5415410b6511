using System.Diagnostics;
using System.Text.Json;

namespace Territory.Dashboard.Benchmarks;

/// <summary><c>territory up</c> on a data directory, as a process of its own.</summary>
internal sealed class ServedTerritory : IDisposable
{
    private readonly Process process;

    private ServedTerritory(Process process, string address, string signIn)
    {
        this.process = process;
        Address = address;
        SignIn = signIn;
    }

    public string Address { get; }

    public string SignIn { get; }

    public static async Task<ServedTerritory> StartAsync(string data, int speed)
    {
        var command = Path.Combine(Root(), "src", "Cli", "bin", "Release", "net10.0", "territory.dll");
        string[] arguments = [command, "up", "--no-demo", "--port", "0", "--data", data, "--speed", $"{speed}", "--quiet"];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The territory did not start.");
        using var announced = JsonDocument.Parse(line);
        return new ServedTerritory(started, announced.RootElement.GetProperty("address").GetString()!, announced.RootElement.GetProperty("signIn").GetString()!);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the benchmark holds Territory.sln.");
        return folder.FullName;
    }
}
