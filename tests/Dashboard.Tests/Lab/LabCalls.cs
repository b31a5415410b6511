using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Lab;

/// <summary>What tests of the lab ask over and over.</summary>
internal static class LabCalls
{
    public static async Task<JsonElement> OkAsync(this Browser browser, HttpMethod method, string path, object body)
    {
        using var response = await browser.SendAsync(method, $"/api/lab/{path}", body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Codes and fields of what is wrong, or the one code of a refusal.</summary>
    public static async Task<IReadOnlyList<string>> RefusedAsync(this Browser browser, string path, object body)
    {
        using var response = await browser.PostAsync($"/api/lab/{path}", body);
        response.StatusCode.ShouldNotBe(HttpStatusCode.OK, path);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("problems", out var problems)
            ? [.. problems.EnumerateArray().Select(problem => $"{problem.GetProperty("code").GetString()} {problem.GetProperty("field").GetString()}".Trim())]
            : [answer.GetProperty("code").GetString()!];
    }

    public static Task<JsonElement> EndedAsync(this Browser browser, string path) =>
        UntilAsync(browser, path, now => now.GetProperty("state").GetString() is not ("waiting" or "running"));

    public static async Task<JsonElement> UntilAsync(this Browser browser, string path, Func<JsonElement, bool> reached)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var now = await browser.ReadAsync($"/api/lab/{path}");
            if (reached(now))
                return now;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    public static async Task<IReadOnlyList<string>> LinesAsync(this Browser browser, string path)
    {
        using var response = await browser.GetAsync($"/api/lab/{path}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
