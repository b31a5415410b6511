using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Territory.EndToEnd.Browsers;

/// <summary>The system's Chromium, without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string WhatToDo = "The browser tests need Chromium and a Chinese font: run ./test, or install chromium and fonts-noto-cjk.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // Software rendering of WebGL2 for the map, the page around it put together without it as on any machine that has no graphics card, and no calls home.
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-gpu-compositing",
        "--disable-background-networking",
        "--disable-sync",
        "--no-first-run",
    ];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <exception cref="InvalidOperationException">There is no browser or no font; the message says what to do.</exception>
    public static async Task<Chromium> LaunchAsync()
    {
        var path = Find(Environment.GetEnvironmentVariable("TERRITORY_CHROMIUM"), Environment.GetEnvironmentVariable("PATH"), File.Exists);
        if (path is null || !await HasChineseFontAsync())
            throw new InvalidOperationException(WhatToDo);
        Assertions.SetDefaultExpectTimeout(45_000);
        var driver = await Playwright.CreateAsync();
        return new Chromium(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags }));
    }

    /// <summary>The browser to use: the one that is named, else the first known one on the search path or in /usr/bin; null where there is none.</summary>
    internal static string? Find(string? named, string? searchPath, Func<string, bool> exists)
    {
        if (!string.IsNullOrEmpty(named))
            return exists(named) ? named : null;
        string[] folders = [.. (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), "/usr/bin"];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(exists);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<bool> HasChineseFontAsync()
    {
        // Windows and macOS come with Chinese fonts; elsewhere fontconfig knows.
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return true;
        try
        {
            using var list = Process.Start(new ProcessStartInfo("fc-list", [":lang=zh", "family"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var fonts = await list.StandardOutput.ReadToEndAsync();
            await list.WaitForExitAsync();
            return fonts.Trim().Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
