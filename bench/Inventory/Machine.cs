using System.Diagnostics;
using System.Globalization;

namespace Territory.Inventory.Benchmarks;

/// <summary>Where and of what a measurement is.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";

    public static string Name { get; } = $"{Environment.ProcessorCount} x {Processor()}";

    public static string Commit { get; } = Git("rev-parse --short HEAD") + (Git("status --porcelain --untracked-files=no -- src") is "" ? "" : "+");

    /// <summary>Load average of the last minute, 0 where the system does not tell.</summary>
    public static double Load() => File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    private static string Processor() => File.Exists(ProcessorFile)
        ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "processor"
        : "processor";

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        return git?.StandardOutput.ReadToEnd().Trim() ?? "";
    }
}
